namespace Burgernet.Grains.Mail;

/// <summary>Sends mail. The node implements it: SMTP, or a practice mailbox.</summary>
public interface IMailPort
{
    /// <summary>Whether mail can be sent from here at all; where not, nobody is asked to confirm by it.</summary>
    bool Available { get; }

    /// <summary>Connects to whoever carries mail on.</summary>
    /// <param name="cancellationToken">The node stops.</param>
    /// <returns>The connection, or null where it does not answer as it should; why is logged.</returns>
    Task<IMailSession?> Open(CancellationToken cancellationToken);
}
