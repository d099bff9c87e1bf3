using Burgernet.Grains.Mail;

namespace Burgernet.Silo.Mail;

/// <summary>People are really called, and nothing here reaches an SMS centre yet.</summary>
internal sealed class NoSms : ISmsPort
{
    public bool Available => false;

    public Task<MailOutcome> Send(ShortMessage message, CancellationToken cancellationToken) => Task.FromResult(MailOutcome.NotNow);
}
