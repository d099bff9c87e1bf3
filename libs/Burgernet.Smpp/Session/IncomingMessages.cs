using Burgernet.Smpp.Codec;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>Messages that came in over one connection and wait for their answer; they are used again.</summary>
/// <param name="link">The connection.</param>
/// <param name="most">Most that wait at a time.</param>
/// <param name="handle">Who takes them.</param>
/// <param name="answered">Told once an answer is on its way; null for nobody.</param>
internal sealed class IncomingMessages(
    SmppLink link,
    int most,
    Func<IncomingMessage, ValueTask<MessageAnswer>> handle,
    Action<IncomingMessage, MessageAnswer>? answered
)
{
    private const int LongestAnswer = 128;

    private readonly Lock _lock = new();
    private readonly Stack<IncomingMessage> _free = new();
    private int _busy;

    /// <summary>How many wait for their answer.</summary>
    public int Busy => Volatile.Read(ref _busy);

    /// <summary>Takes one whose body was examined.</summary>
    public void Take(in PduHeader header, ReadOnlySpan<byte> body)
    {
        IncomingMessage? message = null;
        lock (_lock)
        {
            if (_busy < most)
            {
                _busy++;
                if (!_free.TryPop(out message))
                {
                    message = new IncomingMessage(this);
                }
            }
        }

        if (message is null)
        {
            // The peer keeps it and comes again: better than not to read any more, which would hold up responses as well.
            var status = header.Command == CommandId.SubmitSm ? CommandStatus.QueueFull : CommandStatus.ReceiverTemporaryError;
            Respond(header.Command, header.Sequence, MessageAnswer.Refused(status));
            return;
        }

        LinkMeters.Count(ref link.Meters.MessagesReceived);
        message.Fill(header, body);
        ValueTask<MessageAnswer> handling;
        try
        {
            handling = handle(message);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            handling = new(OnFault());
        }

        message.AnswerWhenDone(handling);
    }

    public MessageAnswer OnFault()
    {
        LinkMeters.Count(ref link.Meters.HandlerFaults);
        return MessageAnswer.Refused(CommandStatus.SystemError);
    }

    public void Answer(IncomingMessage message, MessageAnswer answer)
    {
        Respond(message.Command, message.Sequence, answer);
        try
        {
            answered?.Invoke(message, answer);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            OnFault();
        }

        Free(message);
    }

    private void Free(IncomingMessage message)
    {
        lock (_lock)
        {
            _free.Push(message);
            _busy--;
        }

        link.OnAnswered();
    }

    private void Respond(CommandId command, uint sequence, MessageAnswer answer)
    {
        Span<byte> room = stackalloc byte[LongestAnswer];
        int written;
        if (answer.Status != CommandStatus.Ok)
        {
            written = PduWriter.WriteHeader(room, command.Response(), answer.Status, sequence);
        }
        else
        {
            Span<byte> id = stackalloc byte[MessageId.Longest];
            answer.MessageId.CopyTo(id);
            var response = new MessageResponsePdu { MessageId = id[..answer.MessageId.Length] };
            response.TryWrite(room, command.Response(), answer.Status, sequence, out written);
        }

        link.Send(room[..written]);
    }
}
