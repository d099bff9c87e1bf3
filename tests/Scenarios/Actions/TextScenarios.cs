using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

/// <summary>SMS on a real node: by itself, beside a call and instead of one; receipts whenever they come; and a node that dies in the middle.</summary>
public sealed class TextScenarios
{
    private const ContactChannels Both = ContactChannels.Voice | ContactChannels.Sms;

    [Fact]
    public async Task Sms_ToEveryoneWhoChoseIt_IsAcceptedOnceAndRaisedByReceipts()
    {
        await using var node = await TestNode.Start();
        var town = await Town.Found(node, people: 40, outTo: 2_000);
        await town.Choose(node, ContactChannels.Sms, [.. town.Residents.Take(30)]);
        var action = await TestAction.StartBy(node, town, [Medium.Sms]);
        await action.UntilComplete();

        Assert.Equal(30, node.Sms.Taken.Select(text => text.Order.ParticipantId).Distinct().Count());
        Assert.All(node.Sms.Taken, text => Assert.Equal(("Kind vermist", "Burgernet"), (text.Text, text.Sender)));
        Assert.Empty(action.Calls);
        var progress = (await action.Snapshot()).Progress;
        Assert.Equal((30, 30, 0), (progress.Selected, progress.Contacted, progress.Reached));
        Assert.Equal(30, progress.Results[DeliveryResult.ToCarrier]);

        // All but one arrive, told twice, by another way to the same centre.
        var desk = node.Get<IReceiptDesk>();
        var receipts = town.Residents.Take(29).Select(resident => Receipt(node, resident, ReceiptState.Delivered)).ToArray();
        await desk.Take(receipts);
        await desk.Take([.. receipts, Receipt(node, town.Residents[29], ReceiptState.Undeliverable)]);
        await action.Until(
            "the receipts are told",
            snapshot => snapshot.Progress.Results.GetValueOrDefault(DeliveryResult.ToHandset) == 29
        );

        progress = (await action.Snapshot()).Progress;
        Assert.Equal((29, 30, 1), (progress.Reached, progress.Done, progress.Results[DeliveryResult.Undelivered]));
        await action.ShouldBeAmended();
        await action.ShouldBeSound(30);
    }

    [Fact]
    public async Task Sms_BesideACall_ReachesBothWaysAndCountsPeopleOnce()
    {
        await using var node = await TestNode.Start();
        var town = await Town.Found(node, people: 10, outTo: 500);
        await town.Choose(node, Both);
        var action = await TestAction.StartBy(node, town, [Medium.Voice, Medium.Sms]);
        await action.UntilComplete();

        var progress = (await action.Snapshot()).Progress;
        Assert.Equal((10, 20, 10, 10), (progress.Selected, progress.Deliveries, progress.Contacted, progress.Heard));
        Assert.All(town.Residents, resident => resident.Phone.ShouldHaveRungOnce());
        Assert.Equal(10, node.Sms.Taken.Count);
        await action.ShouldBeVerified();
    }

    [Fact]
    public async Task Sms_InsteadOfACall_GoesOnlyToWhomNoTryReached()
    {
        await using var node = await TestNode.Start();
        var town = await Town.FoundAt(node, 50, 100, 150, 200);
        await town.Choose(node, Both, town.Residents[0], town.Residents[1]);
        await town.Choose(node, ContactChannels.Sms, town.Residents[2]);
        town.Residents[1].Phone.Is(PhoneHabit.IsBusy);
        town.Residents[3].Phone.Is(PhoneHabit.IsBusy);
        var action = await TestAction.StartBy(node, town, [Medium.Voice], smsInstead: true, ActionKind.Robbery);
        await action.UntilComplete();

        // Who was busy in all three tries, and who takes no calls; not who answered, nor who chose no SMS.
        Assert.Equal(
            new[] { town.Residents[1].Id, town.Residents[2].Id }.Order(),
            node.Sms.Taken.Select(text => text.Order.ParticipantId).Order()
        );
        Assert.Equal(3, action.Calls.Count(call => call.Person == town.Residents[1].Id));
        var progress = (await action.Snapshot()).Progress;
        Assert.Equal((4, 5, 3), (progress.Selected, progress.Deliveries, progress.Contacted));
        await action.ShouldBeVerified();
    }

    [Fact]
    public async Task Receipt_BeforeTheAcknowledgementIsStored_IsKeptAndMatched()
    {
        await using var node = await TestNode.Start();
        var town = await Town.FoundAt(node, 50);
        await town.Choose(node, ContactChannels.Sms);

        // The first text gets the first name that the centre gives.
        await node.Get<IReceiptDesk>().Take([SmsNetwork.Receipt("00000001", ReceiptState.Delivered)]);
        var action = await TestAction.StartBy(node, town, [Medium.Sms]);

        await action.Until("it is on the handset", snapshot => snapshot.Progress.Reached == 1);
        await action.ShouldBeVerified();
    }

    [Fact]
    public async Task Sms_ThatTakesSeveral_IsThereWhenAllOfItIs()
    {
        await using var node = await TestNode.Start();
        var town = await Town.FoundAt(node, 50);
        await town.Choose(node, ContactChannels.Sms);
        var action = await TestAction.StartBy(node, town, [Medium.Sms], text: new string('a', 200));
        await action.UntilComplete();
        var ids = node.Sms.IdsFor(town.Residents[0].Phone.Number);
        Assert.Equal(2, ids.Length);

        var desk = node.Get<IReceiptDesk>();
        await desk.Take([SmsNetwork.Receipt(ids[1], ReceiptState.Delivered)]);
        await node.Get<ReceiptRelay>().Sweep(TestContext.Current.CancellationToken);
        Assert.Equal(0, (await action.Snapshot()).Progress.Reached);

        await desk.Take([SmsNetwork.Receipt(ids[0], ReceiptState.Delivered)]);
        await action.Until("all of it is there", snapshot => snapshot.Progress.Reached == 1);
    }

    /// <summary>Texts reach the centre, and the node dies before it hears of it: none is sent again, each has one result, and a receipt tells what nobody knew.</summary>
    [Fact]
    public async Task Node_KilledBetweenSubmitAndAcknowledgement_SendsNoneTwice()
    {
        var node = await TestNode.Start();
        var town = await Town.Found(node, people: 20, outTo: 1_000);
        await town.Choose(node, ContactChannels.Sms);
        node.Sms.Silent = true;
        var action = await TestAction.StartBy(node, town, [Medium.Sms]);
        await PhoneNetwork.Until("all texts are with the centre", () => node.Sms.Taken.Count == 20);

        var sms = node.Sms;
        await using var after = await node.KillAndRestart(channels: 40, ringSeconds: 1);
        sms.Silent = false;
        action.On(after);
        await action.UntilComplete();

        Assert.Equal(20, sms.Taken.Count);
        var progress = (await action.Snapshot()).Progress;
        Assert.Equal((20, 0), (progress.Results[DeliveryResult.Unknown], progress.Contacted));

        // The centre's names never came: its receipts say to whom, and when it got the text.
        var known = town.Residents[3];
        var told = SmsNetwork.Receipt("ffff", ReceiptState.Delivered, known.Phone.Number, submittedAt: DateTimeOffset.UtcNow);
        await after.Get<IReceiptDesk>().Take([told]);
        await after
            .Get<IReceiptStore>()
            .MatchUnknown(TestNode.SmsCentre, [TestNode.SmsCentre, TestNode.OtherSmsCentre], DateTimeOffset.UtcNow.AddMinutes(1));
        await action.Until("one is on the handset", snapshot => snapshot.Progress.Reached == 1);
        Assert.Equal(DeliveryResult.ToHandset, (await action.Deliveries()).Single(delivery => delivery.ParticipantId == known.Id).Result);
        await action.ShouldBeVerified();
    }

    [Fact]
    public async Task Stop_WhileTextsWait_LetsNoneLeaveAndSettlesThem()
    {
        await using var node = await TestNode.Start();
        var town = await Town.Found(node, people: 10, outTo: 500);
        await town.Choose(node, ContactChannels.Sms);
        node.Sms.Silent = true;
        var action = await TestAction.StartBy(node, town, [Medium.Sms]);
        await PhoneNetwork.Until("a text is with the centre", () => node.Sms.Taken.Count > 0);
        await action.Stop();
        var sent = node.Sms.Taken.Count;

        await action.Until("nobody waits", snapshot => snapshot.Progress.Waiting == 0);
        Assert.Equal(sent, node.Sms.Taken.Count);
    }

    [Fact]
    public async Task Outcome_OfAnActionBySms_GoesByItToo()
    {
        await using var node = await TestNode.Start();
        var town = await Town.Found(node, people: 5, outTo: 500);
        await town.Choose(node, ContactChannels.Sms);
        var action = await TestAction.StartBy(node, town, [Medium.Sms]);
        await action.UntilComplete();
        var reply = await action.Grain.AddMessage(
            TestAction.Act("outcome"),
            MessageKind.Outcome,
            [],
            new TextTerms([new WrittenMessage(Language.Dutch, "Gevonden")])
        );
        Assert.Null(reply.Problem);
        await action.Until("all have the outcome", snapshot => snapshot.Progress is { Deliveries: 10, Complete: true });

        Assert.Equal(5, node.Sms.Taken.Count(text => text is { Text: "Gevonden", Kind: MessageKind.Outcome }));
        Assert.Null((await action.Close()).Problem);

        // Closed, and a receipt that comes now is recorded all the same.
        await node.Get<IReceiptDesk>().Take([Receipt(node, town.Residents[0], ReceiptState.Delivered)]);
        await action.Until("the receipt is told", snapshot => snapshot.Progress.Reached == 1);
        Assert.Equal(ActionStatus.Closed, (await action.Snapshot()).Status);
        await action.ShouldBeVerified();
    }

    [Theory]
    [InlineData(ActionProblemCode.MailMissing, false, Medium.Email)]
    [InlineData(ActionProblemCode.TextMissing, false, Medium.Sms)]
    [InlineData(ActionProblemCode.NothingToStandInFor, true, Medium.Sms)]
    public async Task Draft_ThatCannotGoAsAsked_IsRefused(ActionProblemCode expected, bool smsInstead, params Medium[] media)
    {
        await using var node = await TestNode.Start();
        var town = await Town.FoundAt(node, 50);

        var reply = await node
            .Grains.GetGrain<IActionGrain>(Guid.NewGuid())
            .Create(TestAction.Act("draft"), town.Draft(500) with { Media = media, SmsInstead = smsInstead });

        Assert.Equal(expected, reply.Problem?.Code);
    }

    private static CarrierReceipt Receipt(TestNode node, Resident resident, ReceiptState state) =>
        SmsNetwork.Receipt(node.Sms.IdsFor(resident.Phone.Number)[0], state, carrier: TestNode.OtherSmsCentre);
}
