namespace Burgernet.Benchmarks.Sms;

/// <summary>What a run with faults is made with.</summary>
internal sealed record FaultPlan
{
    /// <summary>People who get a text.</summary>
    public required int People { get; init; }

    /// <summary>SMS a second that were agreed with the centre.</summary>
    public required int Rate { get; init; }

    /// <summary>Texts without an answer at once, over all nodes.</summary>
    public required int Window { get; init; }

    /// <summary>From submit to its answer: so that many are under way whenever something dies.</summary>
    public required TimeSpan AnswerAfter { get; init; }

    /// <summary>How long a text may be without an answer.</summary>
    public required TimeSpan AnswerLimit { get; init; }

    /// <summary>For so long an acknowledgement may be on its way to the store.</summary>
    public required TimeSpan Grace { get; init; }

    /// <summary>From submit to receipt.</summary>
    public static readonly TimeSpan ReceiptAfter = TimeSpan.FromSeconds(1);

    /// <summary>Binds of each node.</summary>
    public const int Binds = 2;
}
