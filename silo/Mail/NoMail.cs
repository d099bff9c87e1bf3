using Burgernet.Grains.Mail;

namespace Burgernet.Silo.Mail;

/// <summary>No relay is configured, and people are really called: there is no mail.</summary>
internal sealed class NoMail : IMailPort
{
    public bool Available => false;

    public Task<IMailSession?> Open(CancellationToken cancellationToken) => Task.FromResult<IMailSession?>(null);
}
