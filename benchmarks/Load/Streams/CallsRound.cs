namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>Full calls at one rate.</summary>
/// <param name="Rate">Calls a second.</param>
/// <param name="Calls">How many.</param>
/// <param name="NotAnswered">Calls that we did not end ourselves after the message.</param>
/// <param name="Incomplete">Calls whose ACK, BYE or audio the far side did not get whole.</param>
/// <param name="AtOnce">Most calls at once.</param>
/// <param name="Core">CPU of the calling process in the last 8 s of placing, as a share of one core.</param>
/// <param name="FarCore">The same of the far side.</param>
/// <param name="Stalls">Times that a pacing thread was so late that audio was put off.</param>
/// <param name="Retransmissions">Requests sent again.</param>
internal sealed record CallsRound(
    int Rate,
    int Calls,
    long NotAnswered,
    int Incomplete,
    int AtOnce,
    double Core,
    double FarCore,
    long Stalls,
    long Retransmissions
)
{
    /// <summary>A call fails where either side says so.</summary>
    public long Failed => Math.Max(NotAnswered, Incomplete);

    /// <summary>What the machine was short of, by the figures.</summary>
    public string Limit =>
        Core + FarCore >= Environment.ProcessorCount * 0.9 ? "all processors"
        : Stalls > 0 ? "pacing threads"
        : Failed > 0 ? "see the far side"
        : "nothing yet";
}
