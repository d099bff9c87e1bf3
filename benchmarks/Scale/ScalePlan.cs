namespace Burgernet.Benchmarks.Scale;

/// <summary>What a cluster is made with.</summary>
internal sealed record ScalePlan
{
    /// <summary>People in the register, all within 10 km of Schalkhaar.</summary>
    public required int Participants { get; init; }

    /// <summary>Lines to each node.</summary>
    public required int LinesANode { get; init; }

    /// <summary>Calls a second to each node.</summary>
    public required int RateANode { get; init; }

    /// <summary>Factor on the delays of phones.</summary>
    public required double Pace { get; init; }

    /// <summary>How long a phone may ring.</summary>
    public TimeSpan RingLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Length of the message.</summary>
    public required TimeSpan Message { get; init; }

    /// <summary>In words.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{LinesANode} lines and at most {RateANode} calls a second to a node, {Participants} participants, a message of {Message.TotalSeconds:0.##} s, ring limit {RingLimit.TotalSeconds:0.#} s, the phones' delays times {Pace}"
        );
}
