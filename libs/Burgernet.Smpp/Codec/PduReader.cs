using System.Buffers;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Codec;

/// <summary>Cuts a stream of octets into PDUs, SMPP 3.4 §3.2.</summary>
public static class PduReader
{
    /// <summary>What a PDU may have at most unless told otherwise: the largest message_payload (65,535) and all there can be around it.</summary>
    public const int LongestPdu = 70_000;

    /// <summary>Takes one PDU.</summary>
    /// <param name="reader">Where the PDU begins; moved behind it where there is one.</param>
    /// <param name="longest">Most octets of a PDU.</param>
    /// <param name="header">Its header; known as far as <paramref name="fault"/> is, too.</param>
    /// <param name="body">What follows the header.</param>
    /// <param name="fault">Why nothing more can be read on this stream, or none.</param>
    /// <returns>Whether there is one; false without a fault: more octets are needed.</returns>
    public static bool TryRead(
        ref SequenceReader<byte> reader,
        int longest,
        out PduHeader header,
        out ReadOnlySequence<byte> body,
        out PduFault fault
    )
    {
        body = default;
        fault = PduFault.None;
        Span<byte> octets = stackalloc byte[PduHeader.Size];
        if (!reader.TryCopyTo(octets))
        {
            header = default;
            return false;
        }

        header = PduHeader.Read(octets);
        if (header.Length < PduHeader.Size || header.Length > (uint)longest)
        {
            fault = header.Length < PduHeader.Size ? PduFault.LengthTooSmall : PduFault.LengthTooLarge;
            return false;
        }

        if (reader.Remaining < header.Length)
        {
            return false;
        }

        body = reader.UnreadSequence.Slice(PduHeader.Size, header.Length - PduHeader.Size);
        reader.Advance(header.Length);
        return true;
    }

    /// <summary>Reads a whole PDU of any kind and says what is wrong with it. For whoever has no use for its fields.</summary>
    /// <param name="command">What it is.</param>
    /// <param name="body">What follows the header.</param>
    /// <returns>The first fault, or none.</returns>
    public static PduFault Examine(CommandId command, ReadOnlySpan<byte> body)
    {
        PduFault fault;
        _ = command switch
        {
            CommandId.BindReceiver or CommandId.BindTransmitter or CommandId.BindTransceiver => BindPdu.TryRead(body, out _, out fault),
            CommandId.BindReceiverResp or CommandId.BindTransmitterResp or CommandId.BindTransceiverResp => BindResponsePdu.TryRead(
                body,
                out _,
                out fault
            ),
            CommandId.Outbind => OutbindPdu.TryRead(body, out _, out fault),
            CommandId.SubmitSm or CommandId.DeliverSm => MessagePdu.TryRead(body, out _, out fault),
            CommandId.SubmitSmResp or CommandId.DeliverSmResp or CommandId.DataSmResp => MessageResponsePdu.TryRead(body, out _, out fault),
            CommandId.SubmitMulti => SubmitMultiPdu.TryRead(body, out _, out fault),
            CommandId.SubmitMultiResp => SubmitMultiResponsePdu.TryRead(body, out _, out fault),
            CommandId.DataSm => DataPdu.TryRead(body, out _, out fault),
            CommandId.QuerySm => QueryPdu.TryRead(body, out _, out fault),
            CommandId.QuerySmResp => QueryResponsePdu.TryRead(body, out _, out fault),
            CommandId.CancelSm => CancelPdu.TryRead(body, out _, out fault),
            CommandId.ReplaceSm => ReplacePdu.TryRead(body, out _, out fault),
            CommandId.AlertNotification => AlertPdu.TryRead(body, out _, out fault),

            // §4.2, §4.3, §4.9.2, §4.10.2, §4.11: a header and no more. Some peers add to them; nobody is served by refusing that.
            _ when command.IsKnown() => (fault = PduFault.None) == PduFault.None,
            _ => (fault = PduFault.UnknownCommand) == PduFault.None,
        };
        return fault;
    }
}
