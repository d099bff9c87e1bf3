using Burgernet.Grains.Mail;

namespace Burgernet.Grains.Sms;

/// <summary>Sends replies to people who wrote a text message. The node implements it.</summary>
public interface ISmsReplyPort
{
    /// <summary>Sends one. What answers practice must reach nobody.</summary>
    /// <param name="carrier">The carrier by which they wrote.</param>
    /// <param name="practice">Whether that is one for practice.</param>
    /// <param name="message">The reply.</param>
    /// <param name="cancellationToken">The node stops.</param>
    /// <returns>What whoever carries it on said; null where nothing here can send it at all.</returns>
    Task<MailOutcome?> Send(string carrier, bool practice, ShortMessage message, CancellationToken cancellationToken);
}
