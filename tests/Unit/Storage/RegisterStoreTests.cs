using Burgernet.Grains.Actions;
using Burgernet.Grains.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>What the register of every provider does.</summary>
public abstract class RegisterStoreTests : StoreTests
{
    [Fact]
    public async Task Participants_ByCellAndRegion_AreTheActiveOnes()
    {
        await Store.AddPeople(9);
        await Store.Sql("update participant set status = 'left' where participant_id = $1", StoreBench.Person(3));
        await Store.Sql(
            """
            insert into location (participant_id, location_no, cell, region, latitude, longitude, channels, hours)
            values ($1, 2, 101, 7, 51.5, 5.5, 1, $2)
            """,
            StoreBench.Person(2),
            Array.Empty<byte>()
        );

        var cell = await Store.Subscriptions.ReadCells([101]);
        Assert.Equal(
            new[] { 1, 2, 4, 7 }.Select(StoreBench.Person).Order(),
            cell.Select(subscription => subscription.ParticipantId).Order()
        );
        Assert.Equal((51.5, 5.5), (cell.Single(IsTwo).Point.Latitude, cell.Single(IsTwo).Point.Longitude));
        var region = await Store.Subscriptions.ReadRegion(7);
        Assert.Equal([(100, 2), (101, 4), (102, 3)], region.Select(populated => ((int)populated.Cell, populated.Count)).Order());
        Assert.Empty(await Store.Subscriptions.ReadCells([999]));
    }

    [Fact]
    public async Task ReadAll_MoreThanABatch_IsEveryoneByCellAndNoCellIsSplit()
    {
        await Store.AddPeople(10_000);
        var batches = new List<IReadOnlyList<Subscription>>();
        await foreach (var batch in Store.Subscriptions.ReadAll(TestContext.Current.CancellationToken))
        {
            batches.Add(batch);
        }

        Assert.Equal(10_000, batches.SelectMany(batch => batch).DistinctBy(subscription => subscription.ParticipantId).Count());
        Assert.Equal(
            [
                [100ul, 101ul],
                [102ul],
            ],
            batches.Select(batch => batch.Select(one => one.Cell).Distinct().ToArray())
        );
    }

    [Fact]
    public async Task ReadAll_LeftInTheMiddle_LetsGo()
    {
        await Store.AddPeople(10_000);
        await foreach (var batch in Store.Subscriptions.ReadAll(TestContext.Current.CancellationToken))
        {
            Assert.NotEmpty(batch);
            break;
        }

        Assert.Equal(10_000, (await Store.Participants.Count()).Participants);
    }

    [Fact]
    public async Task ReadAll_NobodyIsThere_IsEmpty() =>
        Assert.Empty(
            await Store
                .Subscriptions.ReadAll(TestContext.Current.CancellationToken)
                .SelectMany(batch => batch)
                .ToListAsync(TestContext.Current.CancellationToken)
        );

    [Fact]
    public async Task AddMany_OneOfThemFails_AddsNone()
    {
        await Store.AddPeople(3);
        await Assert.ThrowsAsync<StoreConflictException>(() => Store.AddPeople(4));
        Assert.Equal(3, (await Store.Participants.Count()).Participants);
    }

    private static bool IsTwo(Subscription subscription) => subscription.ParticipantId == StoreBench.Person(2);
}
