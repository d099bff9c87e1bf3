namespace Burgernet.Smpp.Pdus;

/// <summary>Mode, type and features of a message, SMPP 3.4 §5.2.12: bits that are read together.</summary>
[Flags]
public enum EsmClass : byte
{
    /// <summary>The SMSC's default mode, a plain message.</summary>
    None = 0,

    /// <summary>Submit: datagram mode.</summary>
    Datagram = 0x01,

    /// <summary>Submit: forward mode.</summary>
    Forward = 0x02,

    /// <summary>Submit: store and forward, both mode bits.</summary>
    StoreAndForward = Datagram | Forward,

    /// <summary>Deliver: a delivery receipt of the SMSC.</summary>
    DeliveryReceipt = 0x04,

    /// <summary>A delivery acknowledgement of the recipient.</summary>
    DeliveryAcknowledgement = 0x08,

    /// <summary>A manual (user) acknowledgement.</summary>
    ManualAcknowledgement = 0x10,

    /// <summary>Deliver: an intermediate notification.</summary>
    IntermediateNotification = 0x20,

    /// <summary>The message begins with a user data header (UDHI).</summary>
    UserDataHeader = 0x40,

    /// <summary>A reply path is set.</summary>
    ReplyPath = 0x80,
}
