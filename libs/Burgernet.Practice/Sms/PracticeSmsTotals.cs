namespace Burgernet.Practice;

/// <summary>Counts of segments since the SMSC started.</summary>
/// <param name="Submits">Submits that arrived.</param>
/// <param name="Taken">Answered with a name.</param>
/// <param name="Throttled">Answered with throttled (0x58).</param>
/// <param name="QueueFull">Answered with queue full (0x14).</param>
/// <param name="Refused">Answered with anything else.</param>
/// <param name="Violations">Of these, to numbers that are no practice numbers.</param>
/// <param name="Delivered">On the handset.</param>
/// <param name="Undelivered">Found undeliverable.</param>
/// <param name="Expired">Expired.</param>
/// <param name="Lost">Lost.</param>
/// <param name="Deleted">Taken back.</param>
/// <param name="ReceiptsTaken">Receipts that an ESME acknowledged.</param>
/// <param name="ReceiptsGivenUp">Receipts that an ESME refused for good, or that were too many to keep.</param>
public readonly record struct PracticeSmsTotals(
    long Submits,
    long Taken,
    long Throttled,
    long QueueFull,
    long Refused,
    long Violations,
    long Delivered,
    long Undelivered,
    long Expired,
    long Lost,
    long Deleted,
    long ReceiptsTaken,
    long ReceiptsGivenUp
);
