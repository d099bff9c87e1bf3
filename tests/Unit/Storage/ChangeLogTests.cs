using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>What subscriptions and the log of changes of every provider tell.</summary>
public abstract class ChangeLogTests : StoreTests
{
    [Fact]
    public async Task ChangedSince_AMarker_NamesEveryoneWhoChangedAfterIt()
    {
        await Store.AddPeople(5);
        var marker = await Store.Changes.Marker(10);
        await Write(StoreBench.Row(2) with { Version = 2, Status = ParticipantStatus.Left });
        await Write(StoreBench.Row(9));
        var changed = await Store.Changes.ChangedSince(marker.Position, 10);

        // It may name others too: transactions of anybody on the server keep the marker back while they run.
        Assert.Superset(People(2, 9), changed.Participants.ToHashSet());
        Assert.False(changed.More);
    }

    [Fact]
    public async Task ChangedSince_MoreThanTheLimit_SaysSo()
    {
        var marker = await Store.Changes.Marker(10);
        await Store.AddPeople(5);
        var changed = await Store.Changes.ChangedSince(marker.Position, 4);
        Assert.Equal((4, true), (changed.Participants.Count, changed.More));
        Assert.False((await Store.Changes.ChangedSince(marker.Position, 5)).More);
    }

    [Fact]
    public async Task Marker_NamesWhoseCellsWereNotTold()
    {
        var first = await Write(StoreBench.Row(1), 100);
        await Write(StoreBench.Row(2), 101);
        await Write(StoreBench.Row(2) with { Version = 2 }, 101);
        await Write(StoreBench.Row(3));

        Assert.Equal(People(1, 2), (await Store.Changes.Marker(10)).Untold.Participants.ToHashSet());
        Assert.Equal((1, true), ((await Store.Changes.Marker(1)).Untold.Participants.Count, (await Store.Changes.Marker(1)).Untold.More));
        await Store.Register.MarkTold([first.Sequence]);
        Assert.Equal(People(2), (await Store.Changes.Marker(10)).Untold.Participants.ToHashSet());
    }

    [Fact]
    public async Task ReadParticipants_SomeActive_GivesAllTheirLocationsWithTheirVersion()
    {
        await Store.AddPeople(3);
        var moved = StoreBench.Row(1) with { Version = 2 };
        await Write(moved with { Locations = [moved.Locations[0], moved.Locations[0] with { Number = 2, Cell = 555 }] });
        await Write(StoreBench.Row(2) with { Version = 2, Status = ParticipantStatus.Suspended });

        var read = await Store.Subscriptions.ReadParticipants([StoreBench.Person(1), StoreBench.Person(2), StoreBench.Person(99)]);
        Assert.Equal([(101UL, 1, 2L), (555UL, 2, 2L)], read.Select(location => (location.Cell, location.LocationNumber, location.Version)));
    }

    [Fact]
    public async Task ReadCells_ALocation_TellsAllThatASelectionAsks()
    {
        WeeklyHours.TryCreate([new HoursWindow(DaysOfWeek.Weekend, 600, 120)], out var hours);
        var row = StoreBench.Row(5) with { Kind = ParticipantKind.Professional, TargetGroups = (1UL << 63) | 2 };
        await Write(
            row with
            {
                Locations = [row.Locations[0] with { Channels = ContactChannels.Sms | ContactChannels.Voice, Hours = hours }],
            }
        );

        Assert.Equal(
            new Subscription
            {
                ParticipantId = StoreBench.Person(5),
                LocationNumber = 1,
                Cell = 102,
                Point = row.Locations[0].Point,
                Language = Language.English,
                Kind = ParticipantKind.Professional,
                Channels = ContactChannels.Sms | ContactChannels.Voice,
                Hours = hours,
                TargetGroups = (1UL << 63) | 2,
                Version = 1,
            },
            Assert.Single(await Store.Subscriptions.ReadCells([102]))
        );
    }

    [Fact]
    public async Task CountCells_SomePopulated_LeavesTheOthersOut()
    {
        await Store.AddPeople(7);
        await Write(StoreBench.Row(3) with { Version = 2, Status = ParticipantStatus.Left });
        var counted = await Store.Subscriptions.CountCells([100, 101, 777]);
        Assert.Equal([(100UL, 1), (101UL, 3)], counted.Select(cell => (cell.Cell, cell.Count)).Order());
    }

    private protected Task<ParticipantWriteResult> Write(ParticipantRow row, params ulong[] cells) =>
        Store.Register.Write(
            new ParticipantWrite(row, new ParticipantChange(Guid.NewGuid(), default, ChangeRole.Manager, "relatie-1", StoreBench.At, cells))
        );

    private static HashSet<Guid> People(params int[] numbers) => [.. numbers.Select(StoreBench.Person)];
}
