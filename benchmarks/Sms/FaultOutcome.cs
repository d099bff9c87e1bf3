namespace Burgernet.Benchmarks.Sms;

/// <summary>What a run with faults came to: the database held against the centre's own record.</summary>
internal sealed record FaultOutcome
{
    /// <summary>What went wrong, with what became unknown by it.</summary>
    public required IReadOnlyList<FaultTally> Faults { get; init; }

    /// <summary>From the start until every delivery had a result.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>From then until the last receipt was with its delivery.</summary>
    public required TimeSpan Raising { get; init; }

    /// <summary>Deliveries.</summary>
    public required int Deliveries { get; init; }

    /// <summary>Of these, without a result.</summary>
    public required int Open { get; init; }

    /// <summary>With another result than on the handset, or unknown.</summary>
    public required int Otherwise { get; init; }

    /// <summary>Submits that the centre took.</summary>
    public required int Submits { get; init; }

    /// <summary>People whom it took more than one submit for.</summary>
    public required int Twice { get; init; }

    /// <summary>Submits that it took after the acknowledgement of an earlier one for the same person had been stored.</summary>
    public required int AfterAcknowledgement { get; init; }

    /// <summary>Receipts that a node acknowledged.</summary>
    public required int Receipts { get; init; }

    /// <summary>Of these, how many stand with the right delivery, which says that it is on the handset.</summary>
    public required int Matched { get; init; }

    /// <summary>Texts that the centre took and the dossier does not know to be on the handset.</summary>
    public required int NotRaised { get; init; }

    /// <summary>Texts that are on the handset by the dossier, and that the centre never took.</summary>
    public required int Invented { get; init; }

    /// <summary>What <c>verify</c> ended with, 0 where the dossier is whole, and what it said.</summary>
    public required (int ExitCode, string Output) Verified { get; init; }
}
