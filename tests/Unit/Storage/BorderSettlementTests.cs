using Burgernet.Cells;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Burgernet.Tests.Sealed;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>What becomes of the register's locations when other borders are configured, with the store of every provider.</summary>
public abstract class BorderSettlementTests : StoreTests
{
    private const int People = 30;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_WithOtherBorders_PutsEveryLocationIntoThemAndChangesNothingElse()
    {
        await Store.AddPeople(People);
        var marker = await Store.Changes.Marker(100);

        // As a rule nobody. On a server with others' open transactions the log may count the people just added among the changed, now as afterwards.
        var before = (await Store.Changes.ChangedSince(marker.Position, 100)).Participants.ToHashSet();

        Assert.Equal(People, await Settlement(new Meridian("one", 52.015)).Run(Cancelled));
        await HoldsOf(new Meridian("one", 52.015));
        Assert.Equal(5, await Settlement(new Meridian("two", 52.020)).Run(Cancelled));
        await HoldsOf(new Meridian("two", 52.020));

        Assert.Equal(1, (await Store.Register.Read(StoreBench.Person(17)))!.Version);
        Assert.Equal(before, [.. (await Store.Changes.ChangedSince(marker.Position, 100)).Participants]);
        Assert.Equal(People, await Store.Number("select count(*) from participant where version = 1"));
    }

    [Fact]
    public async Task Run_WithTheSameBorders_DoesNothing()
    {
        await Store.AddPeople(People);
        await Settlement(new Meridian("one", 52.015)).Run(Cancelled);
        await Store.Sql("update location set municipality = 'changed by hand'");

        Assert.Equal(0, await Settlement(new Meridian("one", 52.015)).Run(Cancelled));
    }

    [Fact]
    public async Task Run_WithoutBorders_ForgetsThemOnlyWhereThereWereSome()
    {
        await Store.AddPeople(People);
        await Store.Sql("update location set municipality = 'GM0150'");
        Assert.Equal(0, await Settlement(new Meridian(version: null, 0)).Run(Cancelled));

        await Settlement(new Meridian("one", 52.015)).Run(Cancelled);
        Assert.Equal(People, await Settlement(new Meridian(version: null, 0)).Run(Cancelled));
        Assert.Equal(People, await Store.Number("select count(*) from location where municipality is null"));
    }

    [Fact]
    public async Task Run_CutOff_GoesOnWhereItWas()
    {
        await Store.AddPeople(People);
        var borders = new Meridian("one", 52.015);
        var failing = new Failing(Store.Borders, page: 12, after: 1);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Settlement(borders, failing).Run(Cancelled));
        var looked = borders.Looked;
        Assert.InRange(looked, 1, People - 1);

        await Settlement(borders, new Failing(Store.Borders, page: 12, after: int.MaxValue)).Run(Cancelled);
        Assert.InRange(borders.Looked, People, People + 11);
        await HoldsOf(borders);
    }

    [Fact]
    public async Task Settle_OfSomebodyWhoMovedMeanwhile_LeavesTheirNewPlace()
    {
        await Store.AddPeople(1);
        var seen = (await Store.Borders.ReadLocations(after: null, 10)).Single();
        await Store.Sql("update location set latitude = 53, municipality = 'new'");

        Assert.Equal(
            0,
            await Store.Borders.Settle(
                [seen with { Borders = new BorderCodes("old", District: null) }],
                new BorderProgress("one", After: null, Done: false)
            )
        );
        Assert.Equal("new", (await Store.Borders.ReadLocations(after: null, 10)).Single().Borders.Municipality);
    }

    [Fact]
    public async Task Row_ReadBeforeItsTurn_IsWrittenInTheNewBorders()
    {
        await Store.AddPeople(1);
        await Store.Sql("update location set municipality = 'old'");
        var borders = new Meridian("one", 52.015);
        var row = (await Store.Register.Read(StoreBench.Person(1)))!;

        Assert.Equal("south", new ParticipantRows(SealedPeople.Seal, borders).Settle(row)!.Locations[0].Borders.Municipality);
        Assert.Equal("old", SealedPeople.Rows.Settle(row)!.Locations[0].Borders.Municipality);
        Assert.Null(SealedPeople.Rows.Settle(null));
    }

    private BorderSettlement Settlement(IBorders borders, IBorderStore? store = null) =>
        new(store ?? Store.Borders, borders, NullLogger<BorderSettlement>.Instance);

    private async Task HoldsOf(Meridian borders)
    {
        var locations = await Store.Borders.ReadLocations(after: null, 1000);
        Assert.Equal(People, locations.Count);
        Assert.All(locations, location => Assert.Equal(borders.Find(location.Point), location.Borders));
    }

    /// <summary>Two municipalities, north and south of a latitude.</summary>
    private sealed class Meridian(string? version, double latitude) : IBorders
    {
        public int Looked { get; private set; }

        public string? Version => version;

        public BorderCodes Find(GeoPoint point)
        {
            Looked++;
            return version is null ? BorderCodes.Unknown : new(point.Latitude < latitude ? "south" : "north", District: null);
        }
    }

    /// <summary>Small pages, and no answer after some of them.</summary>
    private sealed class Failing(IBorderStore store, int page, int after) : IBorderStore
    {
        private int _pages;

        public Task<BorderProgress?> ReadProgress() => store.ReadProgress();

        public Task<IReadOnlyList<SettledLocation>> ReadLocations(Guid? last, int limit) => store.ReadLocations(last, page);

        public Task<int> Settle(IReadOnlyCollection<SettledLocation> locations, BorderProgress progress) =>
            ++_pages > after
                ? throw new StoreUnavailableException("away", new InvalidOperationException())
                : store.Settle(locations, progress);
    }
}
