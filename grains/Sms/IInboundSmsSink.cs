namespace Burgernet.Grains.Sms;

/// <summary>Takes the text messages that people send: what they reply, and what they ask. The node implements it; whoever speaks with an SMS centre calls it.</summary>
public interface IInboundSmsSink
{
    /// <summary>Stores a message, or a segment of one. What it means is found out afterwards, and survives a crash.</summary>
    /// <remarks>
    /// The SMS centre is answered after it returns, never before (SMPP 3.4 §4.6.2): what was acknowledged and is not stored would be lost. A message
    /// may be offered as often as one likes: the second time does nothing. It does not throw for a database that is away; many at once may be offered.
    /// </remarks>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">The node stops: nobody waits for the answer. It may have been stored.</param>
    Task<InboundSmsAnswer> Take(InboundSms message, CancellationToken cancellationToken);
}
