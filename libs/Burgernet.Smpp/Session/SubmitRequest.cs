using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Text;

namespace Burgernet.Smpp.Session;

/// <summary>One SMS to be sent: submit_sm from an ESME, deliver_sm from an SMSC.</summary>
public readonly record struct SubmitRequest
{
    /// <summary>The SMS that a segment makes.</summary>
    /// <param name="segment">One of <see cref="MessageSegments.Cut"/>.</param>
    public SubmitRequest(MessageSegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        EsmClass = segment.EsmClass;
        DataCoding = segment.DataCoding;
        ShortMessage = segment.ShortMessage;
        Tlvs = segment.Tlvs;
    }

    /// <summary>Who sends.</summary>
    public SmppAddress Source { get; init; }

    /// <summary>Who receives.</summary>
    public SmppAddress Destination { get; init; }

    /// <summary>Service; empty for the SMSC's default.</summary>
    public string? ServiceType { get; init; }

    /// <summary>Mode, type and features.</summary>
    public EsmClass EsmClass { get; init; }

    /// <summary>GSM protocol identifier; 0 for a plain message.</summary>
    public byte ProtocolId { get; init; }

    /// <summary>0 to 3.</summary>
    public byte Priority { get; init; }

    /// <summary>When it is to be sent; none for at once.</summary>
    public SmppTime ScheduleDeliveryTime { get; init; }

    /// <summary>Until when it may be delivered; none for the SMSC's default.</summary>
    public SmppTime ValidityPeriod { get; init; }

    /// <summary>Receipts asked for.</summary>
    public RegisteredDelivery RegisteredDelivery { get; init; }

    /// <summary>1 to replace a message that still waits.</summary>
    public byte ReplaceIfPresent { get; init; }

    /// <summary>How the message is to be read.</summary>
    public DataCoding DataCoding { get; init; }

    /// <summary>The message, a user data header included; at most 254 octets.</summary>
    public ReadOnlyMemory<byte> ShortMessage { get; init; }

    /// <summary>Optional parameters, one behind the other: see <see cref="Tlv.Write(Span{byte}, TlvTag, ReadOnlySpan{byte})"/>.</summary>
    public ReadOnlyMemory<byte> Tlvs { get; init; }

    /// <summary>Asked right before the message goes to the socket, however long it waited for its turn; null where nobody needs to be.</summary>
    public ISubmitPermit? Permit { get; init; }

    /// <summary>Whom it is for, masked.</summary>
    public override string ToString() => $"SMS to {Destination}";
}
