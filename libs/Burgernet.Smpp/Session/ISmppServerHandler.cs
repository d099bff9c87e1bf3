using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>What an SMSC does with those who bind to it. Called on a session's reading loop: must not block. What is thrown is answered with a system error.</summary>
public interface ISmppServerHandler
{
    /// <summary>Somebody wants to bind.</summary>
    /// <returns>Ok, or why not.</returns>
    ValueTask<CommandStatus> OnBindAsync(SmppServerSession session, BindRequest request);

    /// <summary>The answer to a bind is on its way: from here on messages may be sent to it.</summary>
    /// <param name="session">Whose; <see cref="SmppServerSession.Bind"/> says who it is.</param>
    void OnBound(SmppServerSession session) { }

    /// <summary>submit_sm or data_sm. Answered when this is done.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="message">Lent until this is done.</param>
    ValueTask<MessageAnswer> OnMessageAsync(SmppServerSession session, IncomingMessage message);

    /// <summary>The answer to a message is on its way: a receipt that is sent from here on comes behind it, never before.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="message">Lent until this returns.</param>
    /// <param name="answer">The answer.</param>
    void OnAnswered(SmppServerSession session, IncomingMessage message, MessageAnswer answer) { }

    /// <summary>query_sm. Default: not known.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="id">Which message.</param>
    QueryResult OnQuery(SmppServerSession session, MessageId id) =>
        new(SubmitOutcome.Refused, CommandStatus.QueryFailed, default, 0, default);

    /// <summary>cancel_sm. Default: it cannot be.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="id">Which message.</param>
    CommandStatus OnCancel(SmppServerSession session, MessageId id) => CommandStatus.CancelFailed;

    /// <summary>replace_sm. Default: it cannot be.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="id">Which message.</param>
    /// <param name="text">The new octets.</param>
    CommandStatus OnReplace(SmppServerSession session, MessageId id, ReadOnlySpan<byte> text) => CommandStatus.ReplaceFailed;

    /// <summary>A session that was bound is over.</summary>
    void OnEnded(SmppServerSession session, SmppFailure failure) { }
}
