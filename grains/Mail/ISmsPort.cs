namespace Burgernet.Grains.Mail;

/// <summary>Sends single text messages to people who sign up. The node implements it.</summary>
public interface ISmsPort
{
    /// <summary>Whether text messages can be sent from here at all; where not, nobody is asked to confirm by one.</summary>
    bool Available { get; }

    /// <summary>Sends one.</summary>
    Task<MailOutcome> Send(ShortMessage message, CancellationToken cancellationToken);
}
