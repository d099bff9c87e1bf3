using Burgernet.Api.Practice;
using Burgernet.Grains.Mail;
using Burgernet.Participants;

namespace Burgernet.Silo.Mail;

/// <summary>The practice mailbox: keeps the last mails in memory, in the place of everybody's own mailbox. Nothing leaves the node.</summary>
internal sealed class PracticeMailbox : IMailPort, IMailSession
{
    /// <summary>How many it keeps.</summary>
    public const int Kept = 1_000;

    /// <summary>How many are shown where nobody says whose.</summary>
    public const int Shown = 100;

    private readonly Lock _lock = new();
    private readonly Queue<MailLetter> _mails = new();

    public bool Available => true;

    public Task<IMailSession?> Open(CancellationToken cancellationToken) => Task.FromResult<IMailSession?>(this);

    public Task<MailOutcome> Send(MailLetter mail, CancellationToken cancellationToken)
    {
        Keep(mail);
        return Task.FromResult(MailOutcome.Accepted);
    }

    /// <summary>Takes a mail.</summary>
    public void Keep(MailLetter mail)
    {
        lock (_lock)
        {
            _mails.Enqueue(mail);
            if (_mails.Count > Kept)
            {
                _mails.Dequeue();
            }
        }
    }

    /// <summary>The mails, newest first.</summary>
    /// <param name="to">Only those to this address; null for the last ones, whoever got them.</param>
    public IReadOnlyList<PracticeMailJson> Read(string? to = null)
    {
        lock (_lock)
        {
            return
            [
                .. _mails
                    .Reverse()
                    .Where(mail => to is null || mail.To.Value.Equals(to, StringComparison.OrdinalIgnoreCase))
                    .Take(to is null ? Shown : Kept)
                    .Select(mail => new PracticeMailJson
                    {
                        At = mail.Date,
                        To = mail.To.Value,
                        From = mail.FromName.Length > 0 ? mail.FromName : MailOptions.DefaultFromName,
                        Language = mail.Language == Language.English ? "en" : "nl",
                        Subject = mail.Subject,
                        Text = mail.Text.Value,
                        Html = mail.Html.Value,
                        LeaveUrl = mail.LeaveUrl.Value,
                    }),
            ];
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
