using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>Who a client works for. Called on its reading loop: must not block. What is thrown is counted, and answered with a system error.</summary>
public interface ISmppClientOwner
{
    /// <summary>A message or a receipt came in. It is acknowledged when this is done, so that it is stored by then; any other status leaves it with the SMSC.</summary>
    /// <param name="message">Lent until this is done.</param>
    ValueTask<MessageAnswer> OnMessageAsync(IncomingMessage message) => new(MessageAnswer.Refused(CommandStatus.ReceiverPermanentError));

    /// <summary>The client is somewhere else now.</summary>
    /// <param name="state">Where.</param>
    /// <param name="failure">Why it is not bound any more, or could not be.</param>
    void OnState(SmppClientState state, SmppFailure failure) { }

    /// <summary>alert_notification: a handset can be reached again.</summary>
    /// <param name="source">The handset.</param>
    void OnAlert(SmppAddress source) { }
}
