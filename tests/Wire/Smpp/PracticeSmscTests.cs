using Burgernet.Practice;
using Burgernet.Smpp.Text;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Smpp;

/// <summary>The practice SMSC against Debian's Kannel as ESME.</summary>
public sealed class PracticeSmscTests
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Texts_OfKannel_StandInTheInbox_AndWhatBecameOfThemGoesBack()
    {
        var options = new PracticeSmscOptions
        {
            SystemId = "kannel",
            Password = "secret",
            Mix = new PracticeSmsMix
            {
                Delivered = 1,
                Undelivered = 1,
                Expired = 0,
                Lost = 0,
                Rejected = 0,
            },
            Validity = Validity,
            Pace = 0.01,
        };
        await using var smsc = PracticeSmsc.Start(options);
        await using var kannel = await Kannel.Start(smsc.LocalEndPoint.Port);
        var septets = string.Concat(Enumerable.Repeat("Kind vermist: €5 [é] ", 18));
        var units = string.Concat(Enumerable.Repeat("Vermist: €5 Ж ", 12));

        await kannel.Send(Phone(PracticeSmsBehaviour.Delivered)[1..], septets, coding: 0);
        await kannel.Send(Phone(PracticeSmsBehaviour.Undelivered)[1..], units, coding: 2);

        await Eventually.Holds(
            "both texts reached their end",
            () => smsc.Inbox.Count == 2 && smsc.Inbox.All(sms => sms.EndedAt is not null),
            PeerProcess.Limit,
            () => kannel.Output
        );
        Assert.Equal(
            [
                (Phone(PracticeSmsBehaviour.Delivered), septets, SegmentCounter.Measure(septets).Segments, PracticeSmsState.Delivered),
                (Phone(PracticeSmsBehaviour.Undelivered), units, 3, PracticeSmsState.Undelivered),
            ],
            smsc.Inbox.OrderBy(sms => sms.State).Select(sms => (sms.Phone, sms.Text, sms.Segments, sms.State))
        );
        Assert.All(smsc.Inbox, sms => Assert.Equal("Burgernet", sms.Sender));

        await Eventually.Holds(
            "Kannel took every receipt, and tells of both ends",
            () => smsc.Records.All(record => record.ReceiptsTaken == record.Receipts) && Told(kannel, "state=1") && Told(kannel, "state=2"),
            PeerProcess.Limit,
            () => $"{smsc.Totals} {string.Join('\n', kannel.Asked)} {kannel.Output}"
        );

        Assert.Equal(PracticeReplyOutcome.Taken, await smsc.ReplyAsync(Phone(PracticeSmsBehaviour.Delivered), "1440", "Ik zie haar: €5 é"));
        await Eventually.Holds(
            "Kannel tells of the reply",
            () => kannel.Asked.Any(one => one.EndsWith("text=Ik zie haar: €5 é", StringComparison.Ordinal)),
            PeerProcess.Limit,
            () => $"{string.Join('\n', kannel.Asked)} {kannel.Output}"
        );

        string Phone(PracticeSmsBehaviour behaviour) =>
            PracticeNumbers.Format(
                Enumerable.Range(5_000, 1_000).First(index => PracticeSmsPhonePolicy.For(index, options).Behaviour == behaviour)
            );
    }

    private static bool Told(Kannel kannel, string state) =>
        kannel.Asked.Any(one => one.StartsWith("/receipt?", StringComparison.Ordinal) && one.EndsWith(state, StringComparison.Ordinal));
}
