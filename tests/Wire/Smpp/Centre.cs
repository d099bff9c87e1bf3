using System.Collections.Concurrent;
using System.Globalization;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Smpp.Text;

namespace Burgernet.Tests.Wire.Smpp;

/// <summary>An SMSC of ours that delivers at once, and what it was sent.</summary>
internal sealed class Centre : ISmppServerHandler
{
    private readonly MessageAssembler _assembler = new(TimeProvider.System, TimeSpan.FromMinutes(5));
    private int _count;

    public ConcurrentQueue<AssembledMessage> Messages { get; } = new();

    public ConcurrentQueue<(EsmClass Class, DataCoding Coding)> Segments { get; } = new();

    public ConcurrentQueue<SubmitOutcome> Receipts { get; } = new();

    public ValueTask<CommandStatus> OnBindAsync(SmppServerSession session, BindRequest request) =>
        new(request.Credentials.Password == "secret" ? CommandStatus.Ok : CommandStatus.InvalidPassword);

    public ValueTask<MessageAnswer> OnMessageAsync(SmppServerSession session, IncomingMessage message)
    {
        var id = new MessageId(Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture));
        var pdu = message.Pdu;
        Segments.Enqueue((pdu.EsmClass, pdu.DataCoding));
        if (_assembler.Take(pdu) is { } whole)
        {
            Messages.Enqueue(whole);
        }

        return new(new MessageAnswer(CommandStatus.Ok, id));
    }

    public void OnAnswered(SmppServerSession session, IncomingMessage message, MessageAnswer answer)
    {
        var pdu = message.Pdu;
        if (pdu.RegisteredDelivery.HasFlag(RegisteredDelivery.Receipt))
        {
            _ = ReceiptAsync(session, answer.MessageId, pdu.Source.ToAddress(), pdu.Destination.ToAddress());
        }
    }

    private async Task ReceiptAsync(SmppServerSession session, MessageId id, SmppAddress from, SmppAddress to)
    {
        var text = new byte[160];
        var now = new DateTime(2026, 11, 26, 2, 3, 0);
        var length = new DeliveryReceipt(id, MessageState.Delivered, "000", now, now, "").Write(text);
        var result = await session.DeliverAsync(
            new SubmitRequest
            {
                Source = to,
                Destination = from,
                EsmClass = EsmClass.DeliveryReceipt,
                ShortMessage = text.AsMemory(0, length),
            }
        );
        Receipts.Enqueue(result.Outcome);
    }
}
