using System.Security.Cryptography;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Text;

namespace Burgernet.Practice;

/// <summary>What a submit says of itself.</summary>
/// <param name="Source">Sender.</param>
/// <param name="Destination">Whom it is for.</param>
/// <param name="Content">A name for what it says.</param>
/// <param name="Part">Which part of its message, from 1.</param>
/// <param name="Parts">Parts of its message.</param>
/// <param name="Wait">How long it is to wait before it may be delivered; null where its schedule cannot be read.</param>
/// <param name="Validity">How long it may wait; null where its validity period cannot be read, or is over.</param>
internal readonly record struct PracticeSegment(
    SmppAddress Source,
    SmppAddress Destination,
    string Content,
    int Part,
    int Parts,
    TimeSpan? Wait,
    TimeSpan? Validity
)
{
    private const int ContentOctets = 8;

    /// <summary>Reads it.</summary>
    /// <param name="pdu">submit_sm or data_sm.</param>
    /// <param name="now">The SMSC's clock.</param>
    /// <param name="validity">How long messages may wait that do not say.</param>
    public static PracticeSegment Read(in MessagePdu pdu, DateTimeOffset now, TimeSpan validity)
    {
        var payload = pdu.Payload;
        var (part, parts) = (1, 1);
        if (pdu.EsmClass.HasFlag(EsmClass.UserDataHeader) && UserDataHeader.TryRead(payload, out var header))
        {
            payload = payload[header.Size..];
            (part, parts) = header.IsCut ? (header.Number, header.Total) : (1, 1);
        }
        else if (
            pdu.Tlvs.TryFindNumber(TlvTag.SarSegmentSeqnum, out var number)
            && pdu.Tlvs.TryFindNumber(TlvTag.SarTotalSegments, out var total)
        )
        {
            (part, parts) = ((int)number, (int)total);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _ = SHA256.HashData(payload, hash);
        TimeSpan? wait = SmppTime.TryParse(pdu.ScheduleDeliveryTime, out var schedule) ? LeftOf(schedule, now, TimeSpan.Zero) : null;
        TimeSpan? valid = SmppTime.TryParse(pdu.ValidityPeriod, out var period) ? LeftOf(period, now, validity) : null;
        return new PracticeSegment(
            pdu.Source.ToAddress(),
            pdu.Destination.ToAddress(),
            Convert.ToHexStringLower(hash[..ContentOctets]),
            part,
            parts,
            wait < TimeSpan.Zero ? TimeSpan.Zero : wait,
            valid <= TimeSpan.Zero ? null : valid
        );
    }

    private static TimeSpan LeftOf(SmppTime time, DateTimeOffset now, TimeSpan unsaid) => time.IsNone ? unsaid : time.Resolve(now) - now;
}
