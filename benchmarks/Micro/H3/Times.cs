namespace Burgernet.Benchmarks.Micro.H3;

/// <summary>What an operation takes, nanoseconds.</summary>
/// <param name="Fastest">In the fastest round: what it takes when nobody else is at work on the machine.</param>
/// <param name="Median">In the median round.</param>
internal sealed record Times(double Fastest, double Median)
{
    public Times Faster(Times other) => other.Fastest < Fastest ? other : this;
}
