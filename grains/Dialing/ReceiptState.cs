namespace Burgernet.Grains.Dialing;

/// <summary>What a receipt says became of a text. Values are stored; never renumber.</summary>
/// <remarks>Receipts that say only that it is on its way are not passed on.</remarks>
public enum ReceiptState
{
    /// <summary>There is none yet.</summary>
    None = 0,

    /// <summary>It is on the handset (DELIVRD), or in the mailbox.</summary>
    Delivered = 1,

    /// <summary>The validity period was over first (EXPIRED).</summary>
    Expired = 2,

    /// <summary>It cannot be delivered (UNDELIV, DELETED; a bounce for good).</summary>
    Undeliverable = 3,

    /// <summary>The carrier does not deliver it (REJECTD).</summary>
    Rejected = 4,

    /// <summary>The carrier says that it does not know (UNKNOWN, ACCEPTD).</summary>
    Unclear = 5,
}
