namespace Burgernet.Dialing;

/// <summary>How a delivery ended: one of a fixed list. Values are stored; never renumber.</summary>
[GenerateSerializer]
[Alias("burgernet.delivery-result")]
public enum DeliveryResult
{
    /// <summary>Not ended yet.</summary>
    None = 0,

    /// <summary>Not attempted: the action was stopped first.</summary>
    NotAttemptedStopped = 1,

    /// <summary>Not attempted: the participant left, is suspended, or takes no calls any more.</summary>
    NotAttemptedInactive = 2,

    /// <summary>Not attempted: the participant's number does not open; the log says why.</summary>
    NotAttemptedUnreadable = 3,

    /// <summary>Not attempted: the outcome was known first.</summary>
    NotAttemptedOutcome = 4,

    /// <summary>Not attempted: the participant has no number or address for this medium.</summary>
    NotAttemptedNoAddress = 6,

    /// <summary>Not attempted: the participant does not want it (an article).</summary>
    NotAttemptedUnwanted = 7,

    /// <summary>Not delivered: a correction took its place.</summary>
    Superseded = 5,

    /// <summary>Not delivered: busy (486, 600).</summary>
    Busy = 10,

    /// <summary>Not delivered: rang until the limit, or 408 or 480.</summary>
    NoAnswer = 11,

    /// <summary>Not delivered: the number does not exist (404, 410, 484, 604).</summary>
    NumberInvalid = 12,

    /// <summary>Not delivered: refused by the called party (603, 607, 608): never again in this action, but for the outcome where it rang.</summary>
    Declined = 13,

    /// <summary>Not delivered: the carrier refused or failed (403, 488, 5xx, other).</summary>
    CarrierFailed = 14,

    /// <summary>Not delivered: no response from the carrier.</summary>
    CarrierSilent = 15,

    /// <summary>Not delivered: it rang, and a stop cancelled it or came before it was called again.</summary>
    CancelledByStop = 16,

    /// <summary>Not attempted: the deadline passed first.</summary>
    Expired = 17,

    /// <summary>A text: the carrier has it, and nothing more is known yet.</summary>
    ToCarrier = 20,

    /// <summary>A text, not delivered: the carrier had it and could not or would not deliver it.</summary>
    Undelivered = 21,

    /// <summary>A text, not delivered: the carrier had it, and its time was over first.</summary>
    ExpiredAtCarrier = 22,

    /// <summary>A node died in the middle and what became of it was not stored; of a text also: it reached the socket and was not acknowledged.</summary>
    Unknown = 30,

    /// <summary>Answered, but hung up before 80 % of the message.</summary>
    Answered = 40,

    /// <summary>Answered and at least 80 % of the message played.</summary>
    Heard = 41,

    /// <summary>Confirmed by key.</summary>
    Confirmed = 42,

    /// <summary>A text: it is on the handset, or in the mailbox.</summary>
    ToHandset = 43,
}
