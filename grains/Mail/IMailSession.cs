namespace Burgernet.Grains.Mail;

/// <summary>A connection to whoever carries mail on; one mail after the other.</summary>
public interface IMailSession : IAsyncDisposable
{
    /// <summary>Hands over one mail. A refusal is a value; nothing is thrown but that the node stops.</summary>
    Task<MailOutcome> Send(MailLetter mail, CancellationToken cancellationToken);
}
