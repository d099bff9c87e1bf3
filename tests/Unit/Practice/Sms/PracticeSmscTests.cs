using System.Net;
using Burgernet.Practice;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Smpp.Text;
using Burgernet.TestKit;
using Burgernet.Tests.Unit.Smpp.Sessions;
using Xunit;

namespace Burgernet.Tests.Unit.Practice.Sms;

public sealed class PracticeSmscTests
{
    private const string Long =
        "Wij zoeken Kim, 7 jaar, rode jas, het laatst gezien bij het station. Bel 144 als u haar ziet. Prijs €5 {of} [meer]. ";

    [Fact]
    public async Task Sms_ToADeliveringPhone_ArrivesAfterItsDelay_AndIsReceipted()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);

        var result = await rig.SendOne("Kind vermist: €5");

        Assert.Equal(PracticeSmsState.Waiting, Assert.Single(rig.Smsc.Inbox).State);
        rig.Time.Advance(rig.DelayOf(5678) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, rig.Smsc.Waiting);
        rig.Time.Advance(TimeSpan.FromMilliseconds(1));
        await rig.HasReceipts(1);
        Assert.Equal((MessageState.Delivered, result.MessageId), (rig.Receipts[0].State, rig.Receipts[0].MessageId));
        var sms = Assert.Single(rig.Smsc.Inbox);
        Assert.Equal(
            ("+31990005678", "1440", "Kind vermist: €5", 1, PracticeSmsState.Delivered),
            (sms.Phone, sms.Sender, sms.Text, sms.Segments, sms.State)
        );
        Assert.Equal(rig.DelayOf(5678), sms.EndedAt - sms.TakenAt);
        await Rig.Eventually("the receipt is acknowledged", () => rig.Smsc.Totals.ReceiptsTaken == 1);
        var record = Assert.Single(rig.Smsc.Records);
        Assert.Equal(
            ($"{result.MessageId}", "burgernet", "+31990005678", "1440", PracticeSmsState.Delivered, 1, 1),
            (record.MessageId, record.Esme, record.To, record.From, record.State, record.Receipts, record.ReceiptsTaken)
        );
        Assert.DoesNotContain("31990005678", sms.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SegmentMethod.Header8)]
    [InlineData(SegmentMethod.Header16)]
    [InlineData(SegmentMethod.Sar)]
    [InlineData(SegmentMethod.Payload)]
    public async Task Text_OfManySegments_StandsWholeInTheInbox_HoweverItWasCut(SegmentMethod method)
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);
        foreach (var text in new[] { string.Concat(Long, Long), $"{Long}Ж🚨" })
        {
            var results = await rig.Send(text, segments: new SegmentOptions { Method = method });

            Assert.All(results, result => Assert.Equal(SubmitOutcome.Accepted, result.Outcome));
            var sms = rig.Smsc.Inbox[^1];
            Assert.Equal((text, results.Length), (sms.Text, sms.Segments));
            if (method != SegmentMethod.Payload)
            {
                Assert.Equal(
                    Enumerable.Range(1, results.Length).Select(part => (part, results.Length)),
                    rig.Smsc.Records.TakeLast(results.Length).Select(record => (record.Part, record.Parts))
                );
            }
        }

        rig.Time.Advance(rig.DelayOf(5678));
        Assert.All(rig.Smsc.Inbox, sms => Assert.Equal(PracticeSmsState.Delivered, sms.State));
    }

    [Fact]
    public async Task Text_WhoseRestNeverComes_IsShownWithAGapByAndBy()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);
        var first = MessageSegments.Cut(string.Concat(Long, Long), 9)[0];
        await rig.Client.SubmitAsync(new SubmitRequest(first) { Destination = SmppAddress.International("+31990005678") });
        Assert.Empty(rig.Smsc.Inbox);

        rig.Time.Advance(TimeSpan.FromMinutes(5));
        await rig.SendOne("Iets anders");

        Assert.Equal(2, rig.Smsc.Inbox.Count);
        Assert.EndsWith("…", rig.Smsc.Inbox[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PracticeSmsBehaviour.Undelivered, MessageState.Undeliverable)]
    [InlineData(PracticeSmsBehaviour.Expired, MessageState.Expired)]
    public async Task Sms_ThatDoesNotArrive_IsReceiptedAsSuch(PracticeSmsBehaviour behaviour, MessageState state)
    {
        await using var rig = await SmscRig.Start(behaviour);
        await rig.SendOne(validity: SmppTime.After(TimeSpan.FromMinutes(30)), receipts: RegisteredDelivery.ReceiptOfFailure);

        rig.Time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.Equal(behaviour == PracticeSmsBehaviour.Expired ? 1 : 0, rig.Smsc.Waiting);
        rig.Time.Advance(TimeSpan.FromSeconds(1));

        await rig.HasReceipts(1);
        Assert.Equal(state, rig.Receipts[0].State);
        Assert.NotEqual(PracticeSmsState.Delivered, Assert.Single(rig.Smsc.Inbox).State);
    }

    [Fact]
    public async Task Sms_WhoseValidityIsShorterThanItsDelay_Expires()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);
        await rig.SendOne(validity: SmppTime.After(TimeSpan.FromSeconds(1)), phone: SlowPhone(rig));

        rig.Time.Advance(TimeSpan.FromSeconds(1));

        await rig.HasReceipts(1);
        Assert.Equal(MessageState.Expired, rig.Receipts[0].State);
    }

    [Fact]
    public async Task Sms_ThatIsOverAlready_OrWhoseTimesCannotBeRead_IsRefused()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);

        var late = await rig.SendOne(validity: SmppTime.At(rig.Time.GetUtcNow() - TimeSpan.FromSeconds(1)));

        Assert.Equal((SubmitOutcome.Refused, CommandStatus.InvalidValidityPeriod), (late.Outcome, late.Status));
        Assert.Equal(PracticeSmsRefusal.Validity, Assert.Single(rig.Smsc.Records).Refusal);
    }

    [Fact]
    public async Task Sms_ThatGetsLost_IsNeverReceipted()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Lost);
        var result = await rig.SendOne();

        rig.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(SubmitOutcome.Accepted, result.Outcome);
        Assert.Equal((PracticeSmsState.Lost, 0), (rig.Smsc.Records[0].State, rig.Smsc.Records[0].Receipts));
        Assert.Equal(1, rig.Smsc.Totals.Lost);
    }

    [Fact]
    public async Task Number_OutsideTheBlock_IsRefused_AndMaskedInTheRecord()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);
        var request = new SubmitRequest { Destination = SmppAddress.International("+31612345678") };

        var result = await rig.Client.SubmitAsync(request).AsTask().WaitAsync(Rig.Patience, TestContext.Current.CancellationToken);

        Assert.Equal((SubmitOutcome.Refused, CommandStatus.InvalidDestination), (result.Outcome, result.Status));
        var record = Assert.Single(rig.Smsc.Records);
        Assert.Equal(("+31612xxxxxx", PracticeSmsRefusal.NotPracticeNumber), (record.To, record.Refusal));
        Assert.Equal(1, rig.Smsc.Totals.Violations);
        Assert.Empty(rig.Smsc.Inbox);
    }

    [Theory]
    [InlineData(PracticeSmsBehaviour.ThrottledOnce, CommandStatus.Throttled)]
    [InlineData(PracticeSmsBehaviour.QueueFullOnce, CommandStatus.QueueFull)]
    public async Task Phone_ThatSlowsDownOnce_TakesTheNext(PracticeSmsBehaviour behaviour, CommandStatus status)
    {
        await using var rig = await SmscRig.Start(behaviour);

        Assert.Equal((SubmitOutcome.Refused, status), ((await rig.SendOne()) is var first ? (first.Outcome, first.Status) : default));
        Assert.Equal(SubmitOutcome.Accepted, (await rig.SendOne()).Outcome);
        Assert.Equal(PracticeSmsRefusal.Phone, rig.Smsc.Records[0].Refusal);
    }

    [Fact]
    public async Task Phone_ThatIsRejected_IsRejectedEachTime()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Rejected);

        Assert.Equal(CommandStatus.InvalidDestination, (await rig.SendOne()).Status);
        Assert.Equal(CommandStatus.InvalidDestination, (await rig.SendOne()).Status);
        Assert.Equal((0, 2), (rig.Smsc.Totals.Violations, rig.Smsc.Totals.Refused));
    }

    [Fact]
    public async Task Second_ThatIsFull_IsThrottled_AndTheNextIsNot()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered, options => options with { SegmentsPerSecond = 2 });
        Assert.Equal(SubmitOutcome.Accepted, (await rig.SendOne()).Outcome);
        Assert.Equal(SubmitOutcome.Accepted, (await rig.SendOne()).Outcome);

        Assert.Equal(CommandStatus.Throttled, (await rig.SendOne()).Status);

        rig.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(SubmitOutcome.Accepted, (await rig.SendOne()).Outcome);
        Assert.Equal((3, 2), (rig.Smsc.Peaks.SubmitsPerSecond, rig.Smsc.Peaks.TakenPerSecond));
        Assert.Equal(PracticeSmsRefusal.TooFast, rig.Smsc.Records[2].Refusal);
    }

    [Fact]
    public async Task Queue_ThatIsFull_IsSaid_UntilSomethingIsDelivered()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered, options => options with { MostWaiting = 1 });
        Assert.Equal(SubmitOutcome.Accepted, (await rig.SendOne()).Outcome);

        Assert.Equal(CommandStatus.QueueFull, (await rig.SendOne()).Status);

        rig.Time.Advance(rig.DelayOf(5678));
        Assert.Equal(SubmitOutcome.Accepted, (await rig.SendOne()).Outcome);
    }

    [Fact]
    public async Task Answer_OfASlowSmsc_ComesAfterItsDelay()
    {
        await using var rig = await SmscRig.Start(
            PracticeSmsBehaviour.Delivered,
            options => options with { Delays = PracticeSmsDelays.Default }
        );
        var sending = rig.SendOne();
        await Rig.Eventually("the submit is there", () => rig.Smsc.Totals.Submits == 1);
        Assert.False(sending.IsCompleted);

        rig.Time.Advance(PracticeSmsDelays.Default.AnswerLongest);

        Assert.Equal(SubmitOutcome.Accepted, (await sending).Outcome);
    }

    [Fact]
    public async Task Bind_WithAnotherNameOrPassword_IsRefused()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);
        foreach (
            var (credentials, status) in new[]
            {
                (new SmppCredentials("other", "practice"), CommandStatus.InvalidSystemId),
                (new SmppCredentials("burgernet", "secret"), CommandStatus.InvalidPassword),
            }
        )
        {
            await using var client = SmppClient.Start(Rig.Options(rig.Smsc.LocalEndPoint) with { Credentials = credentials }, new Desk());
            await Rig.Eventually("the bind is refused", () => client.LastBindStatus == status, () => $"{client.LastFailure}");
        }
    }

    [Fact]
    public async Task Record_InAFile_CountsWhoGotWhatHowOften()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "sms.jsonl");
        IReadOnlyList<PracticeSmsRecord> inMemory;
        await using (var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered, options => options with { RecordFile = file }))
        {
            await rig.SendOne("Kind vermist", 1);
            await rig.SendOne("Kind vermist", 2);
            await rig.SendOne("Kind vermist", 2);
            rig.Time.Advance(TimeSpan.FromMinutes(1));
            await rig.HasReceipts(3);
            await Rig.Eventually("all receipts are acknowledged", () => rig.Smsc.Totals.ReceiptsTaken == 3);
            inMemory = rig.Smsc.Records;
        }

        var records = PracticeRecordFile.ReadSms(file, out var damaged);

        Assert.Equal(0, damaged);
        Assert.Equal(inMemory, records);
        Assert.Single(records.Select(record => record.Content).Distinct(StringComparer.Ordinal));
        Assert.Equal(
            [("+31990000001", 1), ("+31990000002", 2)],
            records.GroupBy(record => record.To, StringComparer.Ordinal).Select(one => (one.Key, one.Count()))
        );
        Assert.DoesNotContain(
            "vermist",
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Inbox_AndRecord_KeepTheLastOnesOnly()
    {
        await using var rig = await SmscRig.Start(
            PracticeSmsBehaviour.Delivered,
            options => options with { InboxSize = 2, RecordsInMemory = 1 }
        );
        foreach (var text in new[] { "een", "twee", "drie" })
        {
            await rig.SendOne(text);
        }

        rig.Time.Advance(rig.DelayOf(5678));

        Assert.Equal(["twee", "drie"], rig.Smsc.Inbox.Select(sms => sms.Text), StringComparer.Ordinal);
        Assert.Equal(3, Assert.Single(rig.Smsc.Records).Sequence);
    }

    [Fact]
    public async Task Smsc_OnAPortThatIsTaken_SaysSo()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);

        Assert.Throws<System.Net.Sockets.SocketException>(() =>
            PracticeSmsc.Start(new PracticeSmscOptions { Listen = new IPEndPoint(IPAddress.Loopback, rig.Smsc.LocalEndPoint.Port) })
        );
    }

    private static int SlowPhone(SmscRig rig) => Enumerable.Range(0, 1000).First(phone => rig.DelayOf(phone) > TimeSpan.FromSeconds(2));
}
