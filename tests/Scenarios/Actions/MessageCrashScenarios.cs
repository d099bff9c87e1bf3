using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Participants;
using Burgernet.Silo.Storage;
using Burgernet.TestKit;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

/// <summary>Further messages through kills, and through hours in which nobody may be called.</summary>
public sealed class MessageCrashScenarios
{
    [Fact]
    public async Task Node_KilledInTheMiddleOfTheOutcome_TheNextOneTellsEveryoneOnce()
    {
        var node = await TestNode.Start(channels: 6);
        var town = await Town.Found(node, people: 40, outTo: 900);
        foreach (var busy in town.Residents.Where((_, i) => i % 8 == 7))
        {
            busy.Phone.Is(PhoneHabit.IsBusy);
        }

        var action = await TestAction.Start(node, town, radius: 1_000);
        await action.UntilComplete();
        await action.Add(MessageKind.Outcome);
        await PhoneNetwork.Until(
            "a part has heard the outcome",
            () => action.Calls.Count(call => call is { Message: 2, Over: true }) >= 10
        );

        await using var next = await node.KillAndRestart(channels: 6, ringSeconds: 1);
        var answered = await next.Database.Read(sql =>
            sql.Query(
                "select participant_id from attempt where message_no = 2 and answered_at is not null",
                row => Guid.Parse(row.GetString(0))
            )
        );
        var before = answered.ToDictionary(person => person, person => next.Phones.CallsOf(action.Id).Count(call => call.Person == person));
        await action.On(next).UntilComplete();

        Assert.All(before, person => Assert.Equal(person.Value, action.Calls.Count(call => call.Person == person.Key)));
        var told = (await action.Deliveries()).Where(delivery => delivery.Message == 2).ToArray();
        Assert.Equal(35, told.Length);
        Assert.Equal(35, action.Calls.Where(call => call.Message == 2).DistinctBy(call => call.Person).Count());
        Assert.All(
            told.Where(delivery => action.Calls.Count(call => call.Message == 2 && call.Person == delivery.ParticipantId) > 1),
            delivery => Assert.True(delivery.Redialled, "whoever was called again is marked")
        );
        Assert.Equal(ActionStatus.Closed, (await action.Close()).Action?.Status);
    }

    [Fact]
    public async Task Node_KilledBetweenTheEventAndTheLanes_TheNextOneDeliversTheMessage()
    {
        var node = await TestNode.Start(channels: 6);
        var town = await Town.Found(node, people: 12, outTo: 500);
        var action = await TestAction.Start(node, town, radius: 600);
        await action.UntilComplete();

        // The event is stored; what the lanes would store of it is not.
        node.Faults.Fail(action.Id, first: 2, count: 1_000, afterwards: false);
        Assert.Null((await action.Add(MessageKind.Update)).Problem);
        await Eventually.Holds("the lanes tried", () => node.Faults.Writes(action.Id) > 2, TimeSpan.FromSeconds(20));
        await using var next = await node.KillAndRestart(channels: 6, ringSeconds: 1);
        await action.On(next).UntilComplete();
        Assert.All(town.Residents, resident => Assert.Equal([1, 2], action.MessagesTo(resident)));
        await action.ShouldBeWhole();
    }

    [Fact]
    public async Task Outcome_InQuietHoursOfTheKind_IsHeldUntilTheyEndAndNeverDropped()
    {
        var clock = new MovedClock();
        await using var node = await TestNode.Start(clock: clock);
        var town = await Town.FoundAt(node, 20, 60);
        var action = await TestAction.Draft(node, town, radius: 200, ActionKind.Violence);
        await action.Grain.Start(TestAction.Act("start"), new StartTerms(QuietHoursOverride: "dader loopt rond"));
        await action.UntilComplete();

        // What overrode the hours for the call does not for the outcome.
        await action.Add(MessageKind.Outcome);
        await action.Until("the outcome is held", snapshot => snapshot is { QuietUntil: not null, Progress.Waiting: 2 });
        Assert.DoesNotContain(action.Calls, call => call.Message == 2);
        Assert.Equal(ActionStatus.Closed, (await action.Close()).Action?.Status);

        clock.Move(TimeSpan.FromHours(7));
        await action.UntilComplete();
        Assert.All(town.Residents, resident => Assert.Equal([1, 2], action.MessagesTo(resident)));
        await action.ShouldBeWhole();
    }

    [Fact]
    public async Task Outcome_OutsideSomebodysHours_WaitsForThemAndKeepsNobodyElse()
    {
        var clock = new MovedClock();
        await using var node = await TestNode.Start(clock: clock);
        var town = await Town.FoundAt(node, 20, 60, 100);
        var action = await TestAction.Start(node, town, radius: 200);
        await action.UntilComplete();
        var (away, silent) = (town.Residents[0], town.Residents[1]);
        await SetHours(node, away, HoursFrom(clock.GetUtcNow().AddHours(3)));
        await node.Database.Write(sql =>
        {
            // Takes e-mail only from now on.
            sql.Execute("update location set channels = 4 where participant_id = $1", silent.Id);
            return new WriteStep<bool>(true, Keep: true);
        });

        await action.Add(MessageKind.Outcome);
        await action.Until("two are done with it", snapshot => snapshot.Messages is [_, { Done: 2 }]);
        Assert.Equal([1], action.MessagesTo(away));
        Assert.Equal([1], action.MessagesTo(silent));

        clock.Move(TimeSpan.FromHours(3.1));
        await action.UntilComplete();
        Assert.Equal([1, 2], action.MessagesTo(away));
        Assert.Equal(
            DeliveryResult.NotAttemptedInactive,
            (await action.Deliveries()).Single(delivery => delivery.Message == 2 && delivery.ParticipantId == silent.Id).Result
        );
        await action.ShouldBeWhole();
    }

    /// <summary>Every day for an hour, beginning at this time of the day.</summary>
    private static WeeklyHours HoursFrom(DateTimeOffset begin)
    {
        var clock = DutchTime.At(begin);
        var from = (clock.Hour * 60) + clock.Minute;
        Assert.True(
            WeeklyHours.TryCreate(
                [new HoursWindow(DaysOfWeek.All, from, (from + 60) % HoursWindow.MinutesADay is var until and > 0 ? until : 1)],
                out var hours
            )
        );
        return hours;
    }

    private static async Task SetHours(TestNode node, Resident resident, WeeklyHours hours) =>
        await node.Database.Write(sql =>
        {
            sql.Execute("update location set hours = $2 where participant_id = $1", resident.Id, hours.ToBytes());
            return new WriteStep<bool>(true, Keep: true);
        });
}
