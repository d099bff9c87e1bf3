namespace Burgernet.Benchmarks.Lines;

/// <summary>What a run is made with.</summary>
internal sealed record LinePlan
{
    /// <summary>People in the register, all within 10 km of Schalkhaar.</summary>
    public required int Participants { get; init; }

    /// <summary>The carrier's lines.</summary>
    public required int Lines { get; init; }

    /// <summary>The carrier's calls a second.</summary>
    public required int CallsPerSecond { get; init; }

    /// <summary>Factor on the delays of phones.</summary>
    public required double Pace { get; init; }

    /// <summary>Length of the message.</summary>
    public required TimeSpan Message { get; init; }

    /// <summary>How long a phone may ring.</summary>
    public required TimeSpan RingLimit { get; init; }

    /// <summary>Whether what depends on the machine's speed is only reported.</summary>
    public required bool AnySpeed { get; init; }

    /// <summary>In words.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{Lines} lines, {CallsPerSecond} calls a second, {Participants} participants, a message of {Message.TotalSeconds:0.#} s, ring limit {RingLimit.TotalSeconds:0.#} s, the phones' delays times {Pace}"
        );
}
