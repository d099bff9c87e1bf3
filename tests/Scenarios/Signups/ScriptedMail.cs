using Burgernet.Grains.Mail;

namespace Burgernet.Tests.Scenarios.Signups;

/// <summary>A relay that answers as it is told.</summary>
internal sealed class ScriptedMail : IMailPort, IMailSession
{
    public bool Available { get; set; } = true;

    /// <summary>Whether it can be reached.</summary>
    public bool Reachable { get; set; } = true;

    /// <summary>What it says to the next mails; accepted once there is nothing left.</summary>
    public Queue<MailOutcome> Answers { get; } = new();

    /// <summary>What it was handed, whatever it said.</summary>
    public List<MailLetter> Mails { get; } = [];

    public Task<IMailSession?> Open(CancellationToken cancellationToken) => Task.FromResult<IMailSession?>(Reachable ? this : null);

    public Task<MailOutcome> Send(MailLetter mail, CancellationToken cancellationToken)
    {
        Mails.Add(mail);
        return Task.FromResult(Answers.TryDequeue(out var answer) ? answer : MailOutcome.Accepted);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
