using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

/// <summary>Updates, corrections and the outcome, on a real node.</summary>
public sealed class MessageScenarios(SharedNode shared)
{
    private readonly TestNode _node = shared.Node;

    [Fact]
    public async Task Update_WhenEverythingIsDone_CallsEveryoneOnceMoreAndNobodyAgainForTheCall()
    {
        var town = await Town.Found(_node, people: 12, outTo: 500);
        var action = await TestAction.Start(_node, town, radius: 600);
        await action.UntilComplete();
        Assert.Null((await action.Add(MessageKind.Update)).Problem);
        Assert.False((await action.Snapshot()).Progress.Complete);
        await action.UntilComplete();
        Assert.True((await action.Add(MessageKind.Update)).Repeated);

        Assert.All(town.Residents, resident => Assert.Equal([1, 2], action.MessagesTo(resident)));
        var snapshot = await action.Snapshot();
        Assert.Equal(
            (12, 24, 12, 12),
            (snapshot.Progress.Selected, snapshot.Progress.Deliveries, snapshot.Progress.Contacted, snapshot.Progress.Heard)
        );
        Assert.Equal(
            [(1, MessageKind.Call, 12, 12), (2, MessageKind.Update, 12, 12)],
            snapshot.Messages.Select(message => (message.Number, message.Kind, message.Deliveries, message.Heard))
        );
        await action.ShouldBeWhole();
    }

    [Fact]
    public async Task Update_WhileSomebodyIsOnThePhone_ReachesThemAfterwards()
    {
        var town = await Town.FoundAt(_node, 50, 80);
        var holder = town.Residents[0].Phone.Is(PhoneHabit.AnswersAndHolds);
        var action = await TestAction.Start(_node, town, radius: 200);
        await holder.ShouldBeAnswered();
        await action.Add(MessageKind.Update);
        await PhoneNetwork.Until("the other one hears the update", () => action.MessagesTo(town.Residents[1]).Length == 2);
        Assert.Equal([1], action.MessagesTo(town.Residents[0]));
        holder.Is(PhoneHabit.Answers).HangUp();
        await action.UntilComplete();
        Assert.Equal([1, 2], action.MessagesTo(town.Residents[0]));
        await action.ShouldBeWhole();
    }

    /// <summary>A band apart from each other, so that with one line the nearest is called first.</summary>
    [Fact]
    public async Task Correction_InTheMiddle_IsAllThatWhoWasNotCalledYetHears()
    {
        await using var node = await TestNode.Start(channels: 1);
        var town = await Town.FoundAt(node, 20, 600, 1_100, 1_600);
        var holder = town.Residents[0].Phone.Is(PhoneHabit.AnswersAndHolds);
        var action = await TestAction.Start(node, town, radius: 1_700);
        await holder.ShouldBeAnswered();
        await action.Until("all are selected", snapshot => snapshot.Progress.SelectionComplete);
        await action.Add(MessageKind.Correction);
        await action.Until(
            "the call is superseded",
            snapshot => snapshot.Progress.Results.GetValueOrDefault(DeliveryResult.Superseded) == 3
        );
        holder.Is(PhoneHabit.Answers).HangUp();
        await action.UntilComplete();

        Assert.Equal([1, 2], action.MessagesTo(town.Residents[0]));
        Assert.All(town.Residents.Skip(1), resident => Assert.Equal([2], action.MessagesTo(resident)));
        Assert.Equal((4, 4), ((await action.Snapshot()).Progress.Heard, (await action.Snapshot()).Progress.Selected));
        await action.ShouldBeWhole();
    }

    [Fact]
    public async Task Outcome_ReachesEveryoneWhoWasContactedAndNobodyElse()
    {
        var town = await Town.FoundAt(_node, 20, 60, 100, 140);
        var (heard, busy, holder, leaver) = (town.Residents[0], town.Residents[1], town.Residents[2], town.Residents[3]);
        busy.Phone.Is(PhoneHabit.IsBusy);
        holder.Phone.Is(PhoneHabit.AnswersAndHolds);
        var action = await TestAction.Start(_node, town, radius: 200);
        await action.Until("three are done", snapshot => snapshot.Progress.Done == 3);
        await holder.Phone.ShouldBeAnswered();
        await _node.Database.Write(sql =>
        {
            sql.Execute("update participant set status = 'left' where participant_id = $1", leaver.Id);
            return new Burgernet.Silo.Storage.WriteStep<bool>(true, Keep: true);
        });

        var reply = await action.Add(MessageKind.Outcome);
        Assert.Equal(ActionStatus.Outcome, reply.Action?.Status);
        await PhoneNetwork.Until("the outcome is heard", () => action.MessagesTo(heard).Length == 2);
        holder.Phone.Is(PhoneHabit.Answers).HangUp();
        await action.UntilComplete();

        Assert.Equal([1, 2], action.MessagesTo(heard));
        Assert.Equal([1], action.MessagesTo(busy));
        Assert.Equal([1, 2], action.MessagesTo(holder));
        Assert.Equal([1], action.MessagesTo(leaver));
        var told = (await action.Deliveries())
            .Where(delivery => delivery.Message == 2)
            .ToDictionary(delivery => delivery.ParticipantId, delivery => delivery.Result);
        Assert.Equal(DeliveryResult.NotAttemptedInactive, told[leaver.Id]);
        Assert.Equal((DeliveryResult.Heard, DeliveryResult.Heard, 3), (told[heard.Id], told[holder.Id], told.Count));
        await action.ShouldBeWhole();
    }

    [Fact]
    public async Task Outcome_OfAStoppedAction_IsToldAndWhoWasNotCalledHearsNothing()
    {
        await using var node = await TestNode.Start(channels: 1);
        var town = await Town.FoundAt(node, 20, 600, 1_100);
        var holder = town.Residents[0].Phone.Is(PhoneHabit.AnswersAndHolds);
        var action = await TestAction.Start(node, town, radius: 1_700);
        await holder.ShouldBeAnswered();
        await action.Stop();
        await action.Add(MessageKind.Outcome);
        holder.Is(PhoneHabit.Answers).HangUp();
        await action.UntilComplete();
        Assert.Equal([1, 2], action.MessagesTo(town.Residents[0]));
        Assert.All(town.Residents.Skip(1), resident => resident.Phone.ShouldNotHaveRung());
        await action.ShouldBeWhole();
    }

    [Fact]
    public async Task Outcome_OfAPausedAction_LetsNothingOfBeforeGoOn()
    {
        await using var node = await TestNode.Start(channels: 1);
        var town = await Town.FoundAt(node, 20, 600, 1_100);
        var holder = town.Residents[0].Phone.Is(PhoneHabit.AnswersAndHolds);
        var action = await TestAction.Start(node, town, radius: 1_700);
        await holder.ShouldBeAnswered();
        await action.Grain.Pause(TestAction.Act("pause"));
        holder.Is(PhoneHabit.Answers).HangUp();
        await action.Add(MessageKind.Outcome);
        await action.UntilComplete();
        Assert.Equal([1, 2], action.MessagesTo(town.Residents[0]));
        Assert.All(town.Residents.Skip(1), resident => resident.Phone.ShouldNotHaveRung());
        await action.ShouldBeWhole();
    }

    [Fact]
    public async Task Close_WithoutAnOutcome_IsRefusedWithTheNumberOfPeople()
    {
        var town = await Town.FoundAt(_node, 20, 60, 100);
        town.Residents[2].Phone.Is(PhoneHabit.IsBusy);
        var action = await TestAction.Start(_node, town, radius: 200);
        await action.UntilComplete();
        Assert.Equal(new ActionProblem(ActionProblemCode.OutcomeMissing, ActionStatus.Active, Value: 2), (await action.Close()).Problem);
        await action.Stop();
        Assert.Equal(new ActionProblem(ActionProblemCode.OutcomeMissing, ActionStatus.Stopped, Value: 2), (await action.Close()).Problem);

        await action.Add(MessageKind.Outcome);
        await action.UntilComplete();
        var closed = (await action.Close(ActionResult.Contributed)).Action!;
        Assert.Equal((ActionStatus.Closed, ActionResult.Contributed), (closed.Status, closed.Result));
        Assert.True((await action.Close(ActionResult.Contributed)).Repeated);
        var entry = Assert.Single(await action.Dossier(), entry => entry.Type == "closed");
        Assert.Equal(
            """{"result":"contributed","reason":"gevonden","expireOpenOutcomes":false,"selected":3,"contacted":2,"deliveries":5,"openOutcomes":0,"results":{"busy":1,"heard":4}}""",
            entry.Data
        );
        Assert.Equal(ActionStatus.Archived, (await action.Archive()).Action?.Status);

        var room = _node.Grains.GetGrain<IControlRoomGrain>(TestAction.ControlRoom);
        Assert.DoesNotContain((await room.ListActions(null, 200)).Actions, listed => listed.Id == action.Id);
        Assert.Contains((await room.ListActions(null, 200, [ActionStatus.Archived])).Actions, listed => listed.Id == action.Id);
        await action.ShouldBeWhole();
    }

    [Fact]
    public async Task Close_NobodyWasContacted_TakesNoOutcome()
    {
        var town = await Town.FoundAt(_node, 20);
        town.Residents[0].Phone.Is(PhoneHabit.IsBusy);
        var action = await TestAction.Start(_node, town, radius: 200);
        await action.UntilComplete();
        Assert.Equal(ActionProblemCode.NotInThisState, (await action.Close()).Problem?.Code);
        await action.Stop();
        Assert.Equal(ActionStatus.Closed, (await action.Close(ActionResult.None)).Action?.Status);
        Assert.Equal(ActionStatus.Archived, (await action.Archive()).Action?.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Close_OutcomesOpen_GoOnOrExpireAsTheDispatcherSays(bool expire)
    {
        await using var node = await TestNode.Start(channels: 1);
        var town = await Town.FoundAt(node, 20, 60);
        var action = await TestAction.Start(node, town, radius: 200);
        await action.UntilComplete();
        foreach (var resident in town.Residents)
        {
            resident.Phone.Is(PhoneHabit.AnswersAndHolds);
        }

        await action.Add(MessageKind.Outcome);
        await PhoneNetwork.Until(
            "one hears the outcome",
            () => action.Calls.Any(call => call is { Message: 2, Answered: true, Over: false })
        );
        Assert.Equal(ActionStatus.Closed, (await action.Close(expire: expire)).Action?.Status);
        Assert.Equal(new ActionProblem(ActionProblemCode.OutcomesOpen, ActionStatus.Closed, Value: 2), (await action.Archive()).Problem);
        if (expire)
        {
            await action.Until(
                "the other one has expired",
                snapshot => snapshot.Progress.Results.GetValueOrDefault(DeliveryResult.Expired) == 1
            );
        }

        foreach (var resident in town.Residents)
        {
            resident.Phone.Is(PhoneHabit.Answers);
        }

        town.Residents.Single(resident => resident.Phone.Calls[^1] is { Message: 2, Over: false }).Phone.HangUp();
        await action.UntilComplete();
        Assert.Equal(expire ? 1 : 2, action.Calls.Count(call => call.Message == 2));
        Assert.Equal(ActionStatus.Archived, (await action.Archive()).Action?.Status);
        await action.ShouldBeWhole();
    }
}
