using Burgernet.Api.Practice;

namespace Burgernet.Silo.Mail;

/// <summary>Shows what practice mail there is.</summary>
internal sealed class PracticeInbox(PracticeMailbox? mails) : IPracticeInbox
{
    public IReadOnlyList<PracticeMailJson>? Mail(string? to = null) => mails?.Read(to);
}
