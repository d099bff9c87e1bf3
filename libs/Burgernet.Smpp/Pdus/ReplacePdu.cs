using Burgernet.Smpp.Codec;

namespace Burgernet.Smpp.Pdus;

/// <summary>replace_sm, SMPP 3.4 §4.10.1. Its spans live in the octets that it was read from.</summary>
public readonly ref struct ReplacePdu
{
    /// <summary>Which message.</summary>
    public ReadOnlySpan<byte> MessageId { get; init; }

    /// <summary>Its source.</summary>
    public AddressField Source { get; init; }

    /// <summary>When it is to be sent; empty for at once.</summary>
    public ReadOnlySpan<byte> ScheduleDeliveryTime { get; init; }

    /// <summary>Until when; empty for the SMSC's default.</summary>
    public ReadOnlySpan<byte> ValidityPeriod { get; init; }

    /// <summary>Receipts asked for.</summary>
    public RegisteredDelivery RegisteredDelivery { get; init; }

    /// <summary>A message of the SMSC's own, or 0.</summary>
    public byte DefaultMessageId { get; init; }

    /// <summary>The new message, at most 254 octets.</summary>
    public ReadOnlySpan<byte> ShortMessage { get; init; }

    /// <summary>Reads the body.</summary>
    /// <returns>False with a fault where it is not one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, out ReplacePdu pdu, out PduFault fault)
    {
        var reader = new FieldReader(body);
        pdu = new ReplacePdu
        {
            MessageId = reader.Text(FieldSizes.MessageId),
            Source = reader.Address(FieldSizes.Address),
            ScheduleDeliveryTime = reader.Text(FieldSizes.Time),
            ValidityPeriod = reader.Text(FieldSizes.Time),
            RegisteredDelivery = (RegisteredDelivery)reader.Octet(),
            DefaultMessageId = reader.Octet(),
            ShortMessage = reader.ShortMessage(),
        };
        return reader.End(out fault);
    }

    /// <summary>Writes the whole PDU.</summary>
    /// <param name="destination">Room.</param>
    /// <param name="sequence">Its sequence number.</param>
    /// <param name="written">Octets written.</param>
    /// <returns>False where there is no room, or a value is too long for its field.</returns>
    public bool TryWrite(Span<byte> destination, uint sequence, out int written)
    {
        var writer = new PduWriter(destination);
        writer.Begin(CommandId.ReplaceSm, CommandStatus.Ok, sequence);
        writer.Text(MessageId, FieldSizes.MessageId);
        writer.Address(Source, FieldSizes.Address);
        writer.Text(ScheduleDeliveryTime, FieldSizes.Time);
        writer.Text(ValidityPeriod, FieldSizes.Time);
        writer.Octet((byte)RegisteredDelivery);
        writer.Octet(DefaultMessageId);
        writer.ShortMessage(ShortMessage);
        return writer.TryEnd(out written);
    }
}
