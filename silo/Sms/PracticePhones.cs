using Burgernet.Api.Practice;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Sms;
using Burgernet.Participants;
using Burgernet.Practice;
using Burgernet.Smpp.Text;

namespace Burgernet.Silo.Sms;

/// <summary>Lets practice phones send SMS by the practice SMS centre in this process: they come in over SMPP, as any do.</summary>
internal sealed class PracticePhones(PracticeSmscHost host, IPracticeNumbers numbers) : IPracticePhones
{
    public async Task<PracticeSmsOutcome> Send(
        string controlRoom,
        PersonalText from,
        string? to,
        PersonalText text,
        CancellationToken cancellationToken
    )
    {
        if (SenderNumber.Read(from.Value) is not { } phone || !numbers.IsPractice(phone) || !PracticeNumbers.IsPractice(phone))
        {
            return PracticeSmsOutcome.NotAPracticePhone;
        }

        if (host is not { Smsc: { } smsc, Carrier: { } carrier } || !carrier.Serves(controlRoom))
        {
            return PracticeSmsOutcome.NoCarrier;
        }

        if (SegmentCounter.Measure(text.Value).Segments > SegmentOptions.Default.MaxSegments)
        {
            return PracticeSmsOutcome.TooLong;
        }

        var outcome = await smsc.ReplyAsync(phone, to ?? carrier.SpokenCallBackNumber ?? carrier.Sender, text.Value);
        return outcome == PracticeReplyOutcome.Taken ? PracticeSmsOutcome.Sent : PracticeSmsOutcome.NotNow;
    }
}
