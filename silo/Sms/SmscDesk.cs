using Burgernet.Grains.Dialing;
using Burgernet.Grains.Sms;
using Burgernet.Participants;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Smpp.Text;

namespace Burgernet.Silo.Sms;

/// <summary>Takes what one connection brings: receipts, and what people send. The centre is answered once it is stored.</summary>
internal sealed partial class SmscDesk(
    CarrierOptions carrier,
    ReceiptReading reading,
    ReceiptQueue receipts,
    Func<IInboundSmsSink?> sink,
    SmsInstruments instruments,
    TimeProvider time,
    ILogger logger,
    CancellationToken stopping
) : ISmppClientOwner
{
    public ValueTask<MessageAnswer> OnMessageAsync(IncomingMessage message)
    {
        var pdu = message.Pdu;
        return DeliveryReceipt.Read(pdu) is { } receipt ? OnReceipt(receipt, pdu.Source.ToAddress()) : new(OnTextAsync(Read(pdu)));
    }

    public void OnState(SmppClientState state, SmppFailure failure)
    {
        if (state == SmppClientState.Bound)
        {
            LogBound(logger, carrier.Name);
        }
        else if (state == SmppClientState.BackingOff)
        {
            LogLost(logger, carrier.Name, failure);
        }
    }

    private ValueTask<MessageAnswer> OnReceipt(DeliveryReceipt receipt, SmppAddress source)
    {
        var read = reading.Read(receipt, source, time.GetUtcNow());
        instruments.Received(carrier.Name, read.State);

        // One that says nothing final would never say more by coming again.
        return read.State == ReceiptState.None ? new(MessageAnswer.Taken) : new(StoreAsync(read));
    }

    private async Task<MessageAnswer> StoreAsync(CarrierReceipt receipt) =>
        await receipts.Store(receipt) ? MessageAnswer.Taken : MessageAnswer.Refused(CommandStatus.ReceiverTemporaryError);

    private InboundSms Read(in MessagePdu pdu)
    {
        var text = MessageText.Decode(pdu, out var header);
        return new InboundSms
        {
            Carrier = carrier.Name,
            Practice = carrier.Practice,
            From = new PersonalText(pdu.Source.ToAddress().Digits),
            To = pdu.Destination.ToAddress().Digits,
            Text = new PersonalText(text),
            ReceivedAt = time.GetUtcNow(),
            Part = header.IsCut ? new InboundSmsPart(header.Reference, header.Number, header.Total) : Sar(pdu.Tlvs),
        };
    }

    private static InboundSmsPart? Sar(TlvList tlvs) =>
        tlvs.TryFindNumber(TlvTag.SarMsgRefNum, out var reference)
        && tlvs.TryFindNumber(TlvTag.SarSegmentSeqnum, out var number)
        && tlvs.TryFindNumber(TlvTag.SarTotalSegments, out var total)
        && total is >= 2 and <= byte.MaxValue
        && number >= 1
        && number <= total
            ? new InboundSmsPart((ushort)reference, (int)number, (int)total)
            : null;

    private async Task<MessageAnswer> OnTextAsync(InboundSms message)
    {
        var answer = InboundSmsAnswer.NotNow;
        try
        {
            if (sink() is { } taking)
            {
                answer = await taking.Take(message, stopping);
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whatever it is, the centre keeps the message.
            LogFault(logger, carrier.Name, fault);
        }

        instruments.Received(carrier.Name, answer);
        return answer switch
        {
            InboundSmsAnswer.Stored or InboundSmsAnswer.Repeated => MessageAnswer.Taken,
            InboundSmsAnswer.Refused => MessageAnswer.Refused(CommandStatus.ReceiverPermanentError),
            _ => MessageAnswer.Refused(CommandStatus.ReceiverTemporaryError),
        };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Bound to SMS centre '{Carrier}'")]
    private static partial void LogBound(ILogger logger, string carrier);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No bind to SMS centre '{Carrier}': {Failure}; it is tried again")]
    private static partial void LogLost(ILogger logger, string carrier, SmppFailure failure);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "A message by SMS centre '{Carrier}' could not be taken; the centre is to offer it again"
    )]
    private static partial void LogFault(ILogger logger, string carrier, Exception exception);
}
