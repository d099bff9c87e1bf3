using Burgernet.Practice;

namespace Burgernet.Benchmarks.Chaos;

/// <summary>What a run is made with.</summary>
internal sealed record ChaosPlan
{
    /// <summary>People in the register: the ordinary action calls them all, the urgent one about seven in ten as well.</summary>
    public required int People { get; init; }

    /// <summary>Nodes at the beginning.</summary>
    public required int Nodes { get; init; }

    /// <summary>What is drawn is drawn from it.</summary>
    public required int Seed { get; init; }

    /// <summary>The faults to draw from, or, where they are <see cref="InOrder"/>, to make one after the other.</summary>
    public required IReadOnlyList<ChaosFaultKind> Faults { get; init; }

    /// <summary>Whether the faults are made once each, as listed.</summary>
    public required bool InOrder { get; init; }

    /// <summary>From one fault to the next.</summary>
    public required TimeSpan Between { get; init; }

    /// <summary>How long a frozen node stands still.</summary>
    public required TimeSpan Frozen { get; init; }

    /// <summary>How long the trunk answers 503.</summary>
    public required TimeSpan Trouble { get; init; }

    /// <summary>The carrier's lines.</summary>
    public required int Lines { get; init; }

    /// <summary>Calls a second that the nodes keep to together.</summary>
    public required int CallsPerSecond { get; init; }

    /// <summary>Factor on the delays of phones.</summary>
    public required double Pace { get; init; }

    /// <summary>Length of the message.</summary>
    public required TimeSpan Message { get; init; }

    /// <summary>How long a phone may ring.</summary>
    public required TimeSpan RingLimit { get; init; }

    /// <summary>Whether what depends on the machine's speed is only reported.</summary>
    public required bool AnySpeed { get; init; }

    /// <summary>What the carrier's contract allows: a quarter above what the nodes keep to, for packets bunch on their way.</summary>
    public int ContractCallsPerSecond => CallsPerSecond + ((CallsPerSecond + 3) / 4);

    /// <summary>
    /// Lines to the numbers that begin with <see cref="Prefix"/>: a little more than their people's share of all lines. So the limit is felt now and then; were it lower, the nearest bands
    /// would wait for it all the time, and all others for them.
    /// </summary>
    public int PrefixLines => (int)Math.Ceiling(1.15 * Lines * Alike / People);

    /// <summary>How some of the invented people's numbers begin: those with an index from <see cref="Alike"/> to twice that.</summary>
    public string Prefix => PracticeNumbers.Format(Alike)[..^(int)Math.Round(Math.Log10(Alike))];

    private int Alike => (int)Math.Pow(10, Math.Floor(Math.Log10(People / 2.0)));

    /// <summary>After so long without audio, up to twice as long, the carrier hangs up.</summary>
    public static TimeSpan SilenceLimit => TimeSpan.FromSeconds(3);

    /// <summary>The longest message that the nodes reckon with: a carrier repeats an answer that nobody acknowledges for 32 s (RFC 3261 §13.3.1.4), and holds the call as long.</summary>
    public static TimeSpan LongestMessage => TimeSpan.FromSeconds(34);

    /// <summary>In words.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{Nodes} nodes, seed {Seed}, {Lines} lines, {CallsPerSecond} calls a second (the carrier's contract: {ContractCallsPerSecond}), {PrefixLines} lines to numbers that begin with {Prefix}, {People} people in the register, a message of {Message.TotalSeconds:0.#} s, ring limit {RingLimit.TotalSeconds:0.#} s, the phones' delays times {Pace}; the carrier ends a call that rings for {RingLimit.TotalSeconds + 1:0.#} s or brings no audio for {SilenceLimit.TotalSeconds:0.#} to {2 * SilenceLimit.TotalSeconds:0.#} s"
        );
}
