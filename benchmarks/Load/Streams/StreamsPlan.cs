using Burgernet.Sip.Media;

namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>What a run of streams is to do.</summary>
/// <param name="Streams">How many at once.</param>
/// <param name="Seconds">How long all of them run together.</param>
/// <param name="Rate">Calls a second while they begin.</param>
internal sealed record StreamsPlan(int Streams, int Seconds, int Rate)
{
    /// <summary>Pacing threads; 0 for the endpoint's own choice.</summary>
    public int Threads { get; init; }

    public MediaPriority Priority { get; init; } = MediaPriority.Raised;

    /// <summary>So long that the first call still runs when the last one began.</summary>
    public TimeSpan MessageTime { get; } = TimeSpan.FromSeconds(Seconds + 2 + Math.Ceiling((double)Streams / Rate));

    public int PacketsAStream => (int)(MessageTime.TotalSeconds * 50);
}
