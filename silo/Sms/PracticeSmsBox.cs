using Burgernet.Grains.Sms;
using Burgernet.Participants;
using Burgernet.Practice;
using Burgernet.Sms;

namespace Burgernet.Silo.Sms;

/// <summary>Shows the inbox of the practice SMS centre in this process.</summary>
internal sealed class PracticeSmsBox(PracticeSmscHost host) : IPracticeSmsBox
{
    public KeptSms[]? Read(int limit) => host.Smsc is { } smsc ? [.. smsc.Inbox.TakeLast(limit).Reverse().Select(Of)] : null;

    private static KeptSms Of(PracticeSms sms) =>
        new()
        {
            At = sms.TakenAt,
            From = sms.Sender,
            To = new PersonalText(sms.Phone),
            Text = new PersonalText(sms.Text),
            Segments = sms.Segments,
            State = sms.State switch
            {
                PracticeSmsState.Delivered => KeptSmsState.Delivered,
                PracticeSmsState.Undelivered => KeptSmsState.Undelivered,
                PracticeSmsState.Expired => KeptSmsState.Expired,
                PracticeSmsState.Lost => KeptSmsState.Lost,
                PracticeSmsState.Deleted => KeptSmsState.Deleted,
                _ => KeptSmsState.Waiting,
            },
        };
}
