using Burgernet.Grains.Mail;

namespace Burgernet.Grains.Sms;

/// <summary>Sends single text messages that a person waits for: replies to what they wrote or told. The node implements it. What is practice never leaves by a live carrier, nor the other way round.</summary>
public interface ISmsReplyPort
{
    /// <summary>Answers somebody who wrote, by the carrier that it came by and from the number that they wrote to, where that is one of ours.</summary>
    /// <param name="carrier">The carrier by which they wrote.</param>
    /// <param name="writtenTo">The number that they wrote to, as the network wrote it.</param>
    /// <param name="practice">Whether what they wrote is practice.</param>
    /// <param name="message">The reply.</param>
    /// <param name="cancellationToken">The node stops.</param>
    /// <returns>What whoever carries it on said; null where nothing here can send it at all.</returns>
    Task<MailOutcome?> Reply(string carrier, string writtenTo, bool practice, ShortMessage message, CancellationToken cancellationToken);

    /// <summary>Sends one on behalf of a control room, by the first of its SMS centres that is bound and from its own sender.</summary>
    /// <param name="controlRoom">Whose.</param>
    /// <param name="practice">Whether it is about a practice action.</param>
    /// <param name="message">What.</param>
    /// <param name="cancellationToken">The node stops.</param>
    /// <returns>What whoever carries it on said; null where nothing here can send it at all.</returns>
    Task<MailOutcome?> Send(string controlRoom, bool practice, ShortMessage message, CancellationToken cancellationToken);
}
