using Burgernet.Practice;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Smpp.Text;
using Burgernet.Tests.Unit.Smpp.Sessions;
using Xunit;

namespace Burgernet.Tests.Unit.Practice.Sms;

public sealed class PracticeReceiptTests
{
    [Theory]
    [InlineData(RegisteredDelivery.None)]
    [InlineData(RegisteredDelivery.ReceiptOfFailure)]
    public async Task Receipt_ThatNobodyAskedFor_IsNotGiven(RegisteredDelivery asked)
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);
        await rig.SendOne(receipts: asked);

        rig.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((PracticeSmsState.Delivered, 0), (rig.Smsc.Records[0].State, rig.Smsc.Records[0].Receipts));
    }

    [Fact]
    public async Task Receipts_OfAForgetfulSmsc_AreMissing()
    {
        await using var rig = await Start(receipts => receipts with { Missing = 1 });
        await rig.SendOne();

        rig.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((PracticeSmsState.Delivered, 0), (rig.Smsc.Records[0].State, rig.Smsc.Records[0].Receipts));
    }

    [Fact]
    public async Task Receipts_Twice_ComeAgainAfterTheirTime()
    {
        await using var rig = await Start(receipts => receipts with { Twice = 1 });
        await rig.SendOne();
        rig.Time.Advance(rig.DelayOf(5678));
        await rig.HasReceipts(1);

        rig.Time.Advance(rig.Smsc.Options.Receipts.Again);

        await rig.HasReceipts(2);
        Assert.Equal(rig.Receipts[0].MessageId, rig.Receipts[1].MessageId);
        await Rig.Eventually("both are acknowledged", () => rig.Smsc.Records[0] is { Receipts: 2, ReceiptsTaken: 2 });
    }

    [Fact]
    public async Task Receipts_Early_ComeBeforeTheAnswer()
    {
        await using var rig = await SmscRig.Start(
            PracticeSmsBehaviour.Delivered,
            options => options with { Delays = PracticeSmsDelays.Default, Receipts = options.Receipts with { Early = 1 } }
        );
        var sending = rig.SendOne();

        await rig.HasReceipts(1);
        Assert.False(sending.IsCompleted);
        rig.Time.Advance(PracticeSmsDelays.Default.AnswerLongest);
        Assert.Equal(rig.Receipts[0].MessageId, (await sending).MessageId);
    }

    [Fact]
    public async Task Receipts_OfPhonesWithOtherDelays_ComeOutOfOrder()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);
        var phones = Enumerable.Range(0, 20).ToArray();
        var names = new List<MessageId>();
        foreach (var phone in phones)
        {
            names.Add((await rig.SendOne(phone: phone)).MessageId);
        }

        for (var second = 0; second < 60; second++)
        {
            rig.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await rig.HasReceipts(phones.Length);
        Assert.Equal(
            phones.OrderBy(phone => rig.DelayOf(phone)).Select(phone => names[phone]),
            rig.Receipts.Select(receipt => receipt.MessageId)
        );
        Assert.NotEqual(names, rig.Receipts.Select(receipt => receipt.MessageId));
    }

    [Theory]
    [InlineData(ReceiptIdFormat.HexThenDecimal)]
    [InlineData(ReceiptIdFormat.DecimalThenHex)]
    [InlineData(ReceiptIdFormat.Hex)]
    public async Task Receipts_OfASmscThatNamesThemOtherwise_AreRecognised(ReceiptIdFormat format)
    {
        await using var rig = await Start(receipts => receipts with { IdFormat = format, HasTlvs = false });
        var result = await rig.SendOne();
        rig.Time.Advance(rig.DelayOf(5678));
        await rig.HasReceipts(1);

        Assert.Equal(ReceiptIds.OfResponse(result.MessageId, format), ReceiptIds.OfReceipt(rig.Receipts[0].MessageId, format));
        Assert.Equal(format == ReceiptIdFormat.Hex, result.MessageId == rig.Receipts[0].MessageId);
    }

    [Fact]
    public async Task Receipts_ForAnEsmeThatIsGone_WaitUntilItBindsAgain()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);
        await rig.SendOne();
        await rig.Client.DisposeAsync();
        await Rig.Eventually("the session is over", () => rig.Smsc.Binds == 0);
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, rig.Smsc.Totals.Delivered);
        Assert.Empty(rig.Receipts);

        await rig.Bind(BindMode.Receiver);

        await rig.HasReceipts(1);
    }

    [Fact]
    public async Task Receipts_OfATransmitter_GoToTheReceiverOfTheSameName()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);
        await using var receiver = rig.Client;
        await rig.Bind(BindMode.Transmitter);
        await rig.SendOne();

        rig.Time.Advance(rig.DelayOf(5678));

        await rig.HasReceipts(1);
    }

    [Fact]
    public async Task Receipt_ThatTheEsmeCannotTakeNow_ComesAgain_AndOneThatItRefusesDoesNot()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);
        var answers = new Queue<CommandStatus>([
            CommandStatus.ReceiverTemporaryError,
            CommandStatus.Ok,
            CommandStatus.ReceiverPermanentError,
        ]);
        rig.Desk.Answer = _ => new(new MessageAnswer(answers.Dequeue(), default));
        await rig.SendOne();
        rig.Time.Advance(rig.DelayOf(5678));
        await rig.HasReceipts(1);

        await Rig.Eventually(
            "it comes again",
            () =>
            {
                rig.Time.Advance(TimeSpan.FromSeconds(1));
                return rig.Smsc.Totals.ReceiptsTaken == 1;
            }
        );
        await rig.SendOne();
        rig.Time.Advance(rig.DelayOf(5678));

        await Rig.Eventually("it is given up", () => rig.Smsc.Totals.ReceiptsGivenUp == 1);
        Assert.Equal(3, rig.Receipts.Count);
    }

    [Fact]
    public async Task Message_CanBeAskedFor_AndTakenBackUntilItArrives()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);
        var (first, second) = (await rig.SendOne(), await rig.SendOne());
        Assert.Equal(MessageState.Enroute, (await rig.Client.QueryAsync(first.MessageId, default)).State);

        Assert.Equal(SubmitOutcome.Accepted, (await rig.Client.CancelAsync(first.MessageId, default, default)).Outcome);
        rig.Time.Advance(rig.DelayOf(5678));

        await rig.HasReceipts(2);
        Assert.Equal(MessageState.Deleted, (await rig.Client.QueryAsync(first.MessageId, default)).State);
        Assert.Equal(MessageState.Delivered, (await rig.Client.QueryAsync(second.MessageId, default)).State);
        Assert.Equal(CommandStatus.CancelFailed, (await rig.Client.CancelAsync(second.MessageId, default, default)).Status);
        Assert.Equal(CommandStatus.QueryFailed, (await rig.Client.QueryAsync(new MessageId("no name"), default)).Status);
        Assert.Equal(PracticeSmsState.Deleted, rig.Smsc.Inbox[0].State);
    }

    [Fact]
    public async Task Reply_OfAPhone_ReachesWhoWroteToIt()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);
        await rig.SendOne();
        var text = string.Concat(Enumerable.Repeat("Ik zie haar: €5 ", 12)).TrimEnd();

        Assert.Equal(PracticeReplyOutcome.Taken, await rig.Smsc.ReplyAsync("+31990005678", "1440", text));

        Assert.Equal(text, string.Concat(rig.Replies));
    }

    [Fact]
    public async Task Reply_ThatNobodyHearsOrTakes_IsSaid_AndOnlyPracticePhonesReply()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);
        rig.Desk.Answer = _ => new(MessageAnswer.Refused(CommandStatus.ReceiverPermanentError));
        Assert.Equal(PracticeReplyOutcome.NotTaken, await rig.Smsc.ReplyAsync("+31990005678", "1440", "STOP"));
        await rig.Client.DisposeAsync();
        await Rig.Eventually("the session is over", () => rig.Smsc.Binds == 0);

        Assert.Equal(PracticeReplyOutcome.NobodyListens, await rig.Smsc.ReplyAsync("+31990005678", "1440", "STOP"));
        await Assert.ThrowsAsync<ArgumentException>(() => rig.Smsc.ReplyAsync("+31612345678", "1440", "STOP"));
    }

    [Fact]
    public async Task Connections_ThatAreCut_ComeBackByThemselves()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);

        rig.Smsc.CutConnections();

        await Rig.Eventually(
            "the ESME is bound again",
            () => rig.Client.State == SmppClientState.Bound && rig.Desk.States.Count(state => state == SmppClientState.Bound) == 2,
            () => $"{rig.Client.State} {rig.Client.LastFailure}"
        );
        Assert.Equal(SubmitOutcome.Accepted, (await rig.SendOne()).Outcome);
    }

    [Fact]
    public async Task Smsc_ThatStops_UnbindsAndTakesNothing()
    {
        await using var rig = await SmscRig.Start(PracticeSmsBehaviour.Delivered);

        await rig.Smsc.StopAsync(TimeSpan.FromSeconds(1));

        await Rig.Eventually("the ESME is not bound", () => rig.Client.State != SmppClientState.Bound, () => $"{rig.Client.State}");
        Assert.Equal(SmppFailure.Unbound, rig.Client.LastFailure == SmppFailure.Unreachable ? SmppFailure.Unbound : rig.Client.LastFailure);
    }

    private static Task<SmscRig> Start(Func<PracticeReceipts, PracticeReceipts> receipts) =>
        SmscRig.Start(PracticeSmsBehaviour.Delivered, options => options with { Receipts = receipts(options.Receipts) });
}
