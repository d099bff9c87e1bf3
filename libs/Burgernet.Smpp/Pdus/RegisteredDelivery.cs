namespace Burgernet.Smpp.Pdus;

/// <summary>Which receipts are asked for, SMPP 3.4 §5.2.17.</summary>
[Flags]
public enum RegisteredDelivery : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A receipt of the final outcome, good or bad.</summary>
    Receipt = 0x01,

    /// <summary>A receipt of failure only.</summary>
    ReceiptOfFailure = 0x02,

    /// <summary>The recipient's delivery acknowledgement.</summary>
    DeliveryAcknowledgement = 0x04,

    /// <summary>The recipient's manual acknowledgement.</summary>
    ManualAcknowledgement = 0x08,

    /// <summary>Intermediate notifications.</summary>
    Intermediate = 0x10,
}
