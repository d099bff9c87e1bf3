using System.Collections.Concurrent;
using System.Globalization;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Smpp.Text;

namespace Burgernet.Tests.Unit.Smpp.Sessions;

/// <summary>An SMSC's handler that a test writes the answers for.</summary>
internal sealed class Centre : ISmppServerHandler
{
    private int _count;

    public ConcurrentQueue<string> Texts { get; } = new();

    public ConcurrentQueue<BindRequest> Binds { get; } = new();

    public ConcurrentQueue<SmppFailure> Ends { get; } = new();

    public int Count => Volatile.Read(ref _count);

    public CommandStatus BindStatus { get; set; }

    /// <summary>Whether texts are kept, which costs.</summary>
    public bool Keeps { get; set; } = true;

    public Func<SmppServerSession, IncomingMessage, int, ValueTask<MessageAnswer>> Answer { get; set; } =
        (_, _, number) => new(new MessageAnswer(CommandStatus.Ok, new MessageId(number.ToString(CultureInfo.InvariantCulture))));

    public ValueTask<CommandStatus> OnBindAsync(SmppServerSession session, BindRequest request)
    {
        Binds.Enqueue(request);
        return new(BindStatus);
    }

    public ValueTask<MessageAnswer> OnMessageAsync(SmppServerSession session, IncomingMessage message)
    {
        if (Keeps)
        {
            var pdu = message.Pdu;
            Texts.Enqueue(MessageText.Decode(pdu, out _));
        }

        return Answer(session, message, Interlocked.Increment(ref _count));
    }

    public QueryResult OnQuery(SmppServerSession session, MessageId id) =>
        new(
            SubmitOutcome.Accepted,
            CommandStatus.Ok,
            MessageState.Delivered,
            7,
            SmppTime.At(new DateTimeOffset(2026, 11, 26, 2, 0, 0, TimeSpan.Zero))
        );

    public CommandStatus OnCancel(SmppServerSession session, MessageId id) =>
        id == new MessageId("1") ? CommandStatus.Ok : CommandStatus.CancelFailed;

    public void OnEnded(SmppServerSession session, SmppFailure failure) => Ends.Enqueue(failure);
}
