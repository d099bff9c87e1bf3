namespace Burgernet.Smpp.Pdus;

/// <summary>What became of a message, SMPP 3.4 §5.2.28.</summary>
public enum MessageState : byte
{
    /// <summary>Not told.</summary>
    None = 0,

    /// <summary>On its way.</summary>
    Enroute = 1,

    /// <summary>Delivered to the handset. Final.</summary>
    Delivered = 2,

    /// <summary>Its validity period has passed. Final.</summary>
    Expired = 3,

    /// <summary>Deleted. Final.</summary>
    Deleted = 4,

    /// <summary>It cannot be delivered. Final.</summary>
    Undeliverable = 5,

    /// <summary>Accepted: read by customer service on behalf of the subscriber. Final.</summary>
    Accepted = 6,

    /// <summary>The SMSC does not know. </summary>
    Unknown = 7,

    /// <summary>Rejected. Final.</summary>
    Rejected = 8,
}
