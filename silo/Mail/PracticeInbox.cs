using Burgernet.Api.Practice;

namespace Burgernet.Silo.Mail;

/// <summary>Shows what practice mail and text messages there are.</summary>
internal sealed class PracticeInbox(PracticeMailbox? mails, PracticeSmsBox? messages) : IPracticeInbox
{
    public IReadOnlyList<PracticeMailJson>? Mail(string? to = null) => mails?.Read(to);

    public IReadOnlyList<PracticeSmsJson>? Sms => messages?.Read();
}
