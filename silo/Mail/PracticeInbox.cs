using Burgernet.Api.Practice;

namespace Burgernet.Silo.Mail;

/// <summary>Shows what practice mail and text messages there are.</summary>
internal sealed class PracticeInbox(PracticeMailbox? mails, PracticeSmsBox? messages) : IPracticeInbox
{
    public IReadOnlyList<PracticeMailJson>? Mail => mails?.Read();

    public IReadOnlyList<PracticeSmsJson>? Sms => messages?.Read();
}
