using Burgernet.Dialing;
using Burgernet.TestKit;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

/// <summary>Grains that go away and nodes that die in the middle of an action.</summary>
public sealed class InterruptionScenarios
{
    [Fact]
    public async Task Grains_PutAwayAgainAndAgain_TheActionGoesOn()
    {
        await using var node = await TestNode.Start(channels: 6);
        var town = await Town.Found(node, people: 90, outTo: 2_000);
        var action = await TestAction.Start(node, town, radius: 2_100);
        for (var part = 1; part <= 4; part++)
        {
            await action.Until("the action goes on", snapshot => snapshot.Progress.Done >= part * 15);
            await node.PutIdleGrainsAway();
        }

        await action.UntilComplete();
        Assert.Equal(90, (await action.Snapshot()).Progress.Heard);
        Assert.All(town.Residents, resident => resident.Phone.ShouldHaveRungOnce());
        await action.ShouldBeSound(90);
    }

    /// <summary>Each grain that an action runs on is put away in turn, while the others go on.</summary>
    [Fact]
    public async Task ActionLanesAndCarrier_PutAwayOneByOne_AreLoadedAgainAndGoOn()
    {
        await using var node = await TestNode.Start(channels: 3);
        var town = await Town.Found(node, people: 90, outTo: 2_000);
        var action = await TestAction.Start(node, town, radius: 2_100);
        var lanes = new[] { 0, 1 }.Select(lane => node.Grains.GetGrain<ILaneGrain>(LaneKey.Of(action.Id, lane))).ToArray();
        for (var part = 1; part <= 4; part++)
        {
            await action.Until("the action goes on", snapshot => snapshot.Progress.Done >= part * 15);
            var before = (await lanes[0].Totals()).Version;
            await Task.WhenAll(lanes.Select(TestNode.PutAway));
            await TestNode.PutAway(action.Grain);
            await TestNode.PutAway(node.Grains.GetGrain<ICarrierGrain>(TestNode.Carrier));

            // Versions begin at the time of activation, in microseconds: far beyond the changes of the one before.
            await Eventually.Holds(
                "the lane was loaded again",
                async () => (await lanes[0].Totals()).Version > before + 1_000,
                TimeSpan.FromSeconds(20)
            );
        }

        await action.UntilComplete();
        Assert.All(town.Residents, resident => resident.Phone.ShouldHaveRungOnce());
        var first = action.Calls.Where(call => call.Attempt == 1).ToArray();
        Assert.DoesNotContain(first, call => first.Any(other => other.Band <= call.Band - 2 && other.Order > call.Order));
        await action.ShouldBeSound(90);
    }

    [Fact]
    public async Task Node_KilledInTheMiddle_TheNextOneGoesOnAndCallsNobodyWhoseAnswerWasStored()
    {
        var node = await TestNode.Start(channels: 6, ringSeconds: 5);
        var town = await Town.Found(node, people: 80, outTo: 1_900);
        var holder = town.Residents[1].Phone.Is(PhoneHabit.AnswersAndHolds);
        var ringer = town.Residents[2].Phone.Is(PhoneHabit.RingsOn);
        var action = await TestAction.Start(node, town, radius: 2_000);
        await holder.ShouldBeAnswered();
        await ringer.ShouldRing();
        await action.Until("a part is done", snapshot => snapshot.Progress.Done >= 15);

        await using var next = await node.KillAndRestart(channels: 6, ringSeconds: 5);
        var answered = await next.Database.Read(sql =>
            sql.Query("select participant_id from attempt where answered_at is not null", row => Guid.Parse(row.GetString(0)))
        );
        var before = answered.ToDictionary(person => person, person => next.Phones.CallsOf(action.Id).Count(call => call.Person == person));
        ringer.Is(PhoneHabit.Answers);
        await action.On(next).UntilComplete();

        Assert.Contains(town.Residents[1].Id, answered);
        Assert.All(before, person => Assert.Equal(person.Value, action.Calls.Count(call => call.Person == person.Key)));
        var deliveries = await action.Deliveries();
        Assert.Equal(80, deliveries.Count);
        Assert.DoesNotContain(deliveries, delivery => delivery.Result == DeliveryResult.None);
        Assert.Equal(DeliveryResult.Answered, deliveries.Single(delivery => delivery.ParticipantId == town.Residents[1].Id).Result);
        Assert.All(
            deliveries.Where(delivery => action.Calls.Count(call => call.Person == delivery.ParticipantId) > 1),
            delivery => Assert.True(delivery.Redialled, "whoever was called again is marked")
        );
        Assert.True(deliveries.Single(delivery => delivery.ParticipantId == town.Residents[2].Id).Redialled);
    }

    [Fact]
    public async Task Node_KilledAfterAStop_TheNextOneCallsNobodyAndEndsTheWave()
    {
        var node = await TestNode.Start(channels: 4);
        var town = await Town.Found(node, people: 30, outTo: 900);
        town.Residents[0].Phone.Is(PhoneHabit.AnswersAndHolds);
        var action = await TestAction.Start(node, town, radius: 1_000);
        await action.Until("all are selected and a part is done", snapshot => snapshot.Progress is { SelectionComplete: true, Done: >= 5 });
        await action.Stop();
        var placed = action.Calls.Count;

        await using var next = await node.KillAndRestart(channels: 4, ringSeconds: 1);
        await action.On(next).UntilComplete();
        Assert.Equal(placed, action.Calls.Count);
        await action.ShouldBeSound(30);
    }
}
