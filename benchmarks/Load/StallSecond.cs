namespace Burgernet.Benchmarks.Load;

/// <summary>Totals at the end of one second of a <see cref="StallRun"/>.</summary>
/// <param name="Placed">Calls placed.</param>
/// <param name="Good">Calls answered and ended as they should.</param>
/// <param name="NotAdmitted">Calls that the trunk did not take.</param>
/// <param name="SentAgain">Requests sent again.</param>
internal readonly record struct StallSecond(long Placed, long Good, long NotAdmitted, long SentAgain)
{
    public static StallSecond operator -(StallSecond left, StallSecond right) =>
        new(left.Placed - right.Placed, left.Good - right.Good, left.NotAdmitted - right.NotAdmitted, left.SentAgain - right.SentAgain);
}
