using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Sms;

/// <summary>What a run of the whole engine came to.</summary>
internal sealed record EngineOutcome
{
    /// <summary>From right before the request to start was sent until the reply.</summary>
    public required TimeSpan Started { get; init; }

    /// <summary>… until the first submit reached the centre.</summary>
    public required TimeSpan FirstSubmit { get; init; }

    /// <summary>… until the centre answered the last submit.</summary>
    public required TimeSpan LastAnswer { get; init; }

    /// <summary>… until every acknowledgement was stored, as the node told.</summary>
    public required TimeSpan Stored { get; init; }

    /// <summary>… until every receipt was acknowledged to the centre, which is once it is stored.</summary>
    public required TimeSpan LastReceipt { get; init; }

    /// <summary>… until every text was on its handset, as the node told.</summary>
    public required TimeSpan Reached { get; init; }

    /// <summary>Most answers in any second.</summary>
    public required int MostInASecond { get; init; }

    /// <summary>Processor time until <see cref="Stored"/>, in cores.</summary>
    public required EngineCores Cores { get; init; }

    /// <summary>Submits that the centre took.</summary>
    public required int Submits { get; init; }

    /// <summary>People whom it took more than one submit for.</summary>
    public required int Twice { get; init; }

    /// <summary>Receipts that the node acknowledged.</summary>
    public required int Receipts { get; init; }

    /// <summary>Of these, how many stand with the right delivery, which says that it is on the handset.</summary>
    public required int Matched { get; init; }

    /// <summary>Which statements took the database how long, where that was asked.</summary>
    public RunSection? Statements { get; init; }

    /// <summary>Deliveries.</summary>
    public required int Deliveries { get; init; }
}
