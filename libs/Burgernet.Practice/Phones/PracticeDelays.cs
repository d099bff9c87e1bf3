namespace Burgernet.Practice;

/// <summary>How long practice phones take, before <see cref="PracticeCarrierOptions.Pace"/> is applied. All values are invented.</summary>
public sealed record PracticeDelays
{
    /// <summary>The defaults.</summary>
    public static PracticeDelays Default { get; } = new();

    /// <summary>Shortest time from INVITE to the first ring. Default 200 ms.</summary>
    public TimeSpan SetUpShortest { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest time from INVITE to the first ring. Default 800 ms; evenly spread.</summary>
    public TimeSpan SetUpLongest { get; init; } = TimeSpan.FromMilliseconds(800);

    /// <summary>Shortest time from ringing to the answer. Default 2 s.</summary>
    public TimeSpan RingShortest { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Median time from ringing to the answer. Default 4 s.</summary>
    public TimeSpan RingMedian { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Longest time from ringing to the answer. Default 8 s.</summary>
    public TimeSpan RingLongest { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Spread of the ring time: standard deviation of its natural logarithm (log-normal, cut at shortest and longest). Default 0.4.</summary>
    public double RingSpread { get; init; } = 0.4;

    /// <summary>Shortest time that someone who hangs up early listens. Default 1 s.</summary>
    public TimeSpan HangUpShortest { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest time that someone who hangs up early listens. Default 5 s; evenly spread.</summary>
    public TimeSpan HangUpLongest { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Shortest time from the answer to pressing 1. Default 2 s.</summary>
    public TimeSpan KeyShortest { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest time from the answer to pressing 1. Default 6 s; evenly spread.</summary>
    public TimeSpan KeyLongest { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Why these delays cannot be used; empty when they can.</summary>
    public IEnumerable<string> Problems()
    {
        if (SetUpShortest < TimeSpan.Zero || SetUpLongest < SetUpShortest)
        {
            yield return $"Delays.SetUp runs from {SetUpShortest} to {SetUpLongest}: it needs 0 ≤ shortest ≤ longest.";
        }

        if (RingShortest < TimeSpan.Zero || RingMedian < RingShortest || RingLongest < RingMedian)
        {
            yield return $"Delays.Ring is {RingShortest}, {RingMedian}, {RingLongest}: it needs 0 ≤ shortest ≤ median ≤ longest.";
        }

        if (!double.IsFinite(RingSpread) || RingSpread is < 0 or > 3)
        {
            yield return $"Delays.RingSpread is {RingSpread}: it lies between 0 and 3.";
        }

        if (HangUpShortest < TimeSpan.Zero || HangUpLongest < HangUpShortest)
        {
            yield return $"Delays.HangUp runs from {HangUpShortest} to {HangUpLongest}: it needs 0 ≤ shortest ≤ longest.";
        }

        if (KeyShortest < TimeSpan.Zero || KeyLongest < KeyShortest)
        {
            yield return $"Delays.Key runs from {KeyShortest} to {KeyLongest}: it needs 0 ≤ shortest ≤ longest.";
        }
    }
}
