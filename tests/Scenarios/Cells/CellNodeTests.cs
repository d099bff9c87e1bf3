using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.H3;
using Burgernet.Participants;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Cells;

/// <summary>Cells, regions, searches and the warm-up in a real silo, with some thousands of people.</summary>
public sealed class CellNodeTests
{
    private const int People = 4_000;

    private static readonly GeoPoint Center = new(52.255, 6.16);

    [Fact]
    public async Task WarmUp_Register_FillsCellsAndNobodyReadsForThemselves()
    {
        var register = Settled();
        await using var node = await CellNode.Start(register, warmUp: true);
        await node.UntilWarm();
        Assert.Equal(register.All.Length, node.WarmUp.Subscriptions);
        foreach (var area in Areas())
        {
            ShouldBeThose(register, area, await node.Search(new CellQuery { Area = area, From = Center }));
        }

        Assert.Equal(0, register.CellReads);
    }

    [Fact]
    public async Task Cells_NotFilled_ReadForThemselvesInGroups()
    {
        var register = Settled();
        await using var node = await CellNode.Start(register, warmUp: false);
        var everywhere = new CircleArea(Center, 30_000);
        ShouldBeThose(register, everywhere, await node.Search(new CellQuery { Area = everywhere, From = Center }));
        var cells = register.All.Select(place => place.Cell).Distinct().Count();
        Assert.InRange(register.CellReads, 1, cells / 4);

        var before = register.CellReads;
        await node.Search(new CellQuery { Area = everywhere, From = Center });
        Assert.Equal(before, register.CellReads);
    }

    [Fact]
    public async Task WarmUp_RegisterAway_TriesAgain()
    {
        var register = Settled();
        register.FailingStreams = 1;
        await using var node = await CellNode.Start(register, warmUp: true);
        await Eventually.Holds(
            "the second try has filled everything",
            () =>
            {
                node.Time.Advance(TimeSpan.FromSeconds(5));
                return Task.FromResult(node.WarmUp.Done);
            },
            TimeSpan.FromSeconds(30)
        );
        Assert.Equal(register.All.Length, node.WarmUp.Subscriptions);
    }

    [Fact]
    public async Task Search_WhilePeopleMove_FindsWhoStaysOnceAndNobodyWhoIsGone()
    {
        var register = Settled();
        await using var node = await CellNode.Start(register, warmUp: true);
        var area = new CircleArea(Center, 6_000);
        var random = new Random(3);
        Guid[] movers =
        [
            .. register.All.Where(place => area.Contains(place.Point)).Select(place => place.ParticipantId).Distinct().Take(60),
        ];
        var stayers = register
            .All.Where(place => area.Contains(place.Point))
            .Select(place => place.ParticipantId)
            .Except(movers)
            .ToHashSet();

        // Who has left before, though no cell has heard of it.
        var gone = stayers.First();
        stayers.Remove(gone);
        register.Write(gone);

        using var stop = new CancellationTokenSource();
        var moving = Task.Run(
            async () =>
            {
                for (var i = 0; !stop.IsCancellationRequested; i++)
                {
                    var mover = movers[i % movers.Length];
                    var (entry, version, cells) = register.Write(mover, PlaceOf(mover, 1, Around(random, 3_000)));
                    await node.Tell(version, cells);
                    register.MarkTold(entry);
                }
            },
            TestContext.Current.CancellationToken
        );
        for (var round = 0; round < 20; round++)
        {
            var found = await node.Search(new CellQuery { Area = area, From = Center });
            var people = found.Select(candidate => candidate.ParticipantId).ToHashSet();
            Assert.Equal(found.Count, people.Count);
            Assert.Superset(stayers, people);
            Assert.Superset(movers.ToHashSet(), people);
            Assert.DoesNotContain(gone, people);
        }

        await stop.CancelAsync();
        await moving;
    }

    private static IEnumerable<Area> Areas()
    {
        yield return new CircleArea(Center, 700);
        yield return new CircleArea(Center, 9_000);
        yield return new PolygonArea([new AreaPolygon([At(-0.03, -0.05), At(-0.02, 0.06), At(0.04, 0.03), At(0, 0)], [])]);
        yield return new AreaWithout(new CircleArea(Center, 5_000), new CircleArea(Center, 2_000));
    }

    private static void ShouldBeThose(MemoryRegister register, Area area, List<Candidate> found)
    {
        var expected = register.All.Where(place => area.Contains(place.Point)).Select(place => place.ParticipantId).Distinct().Order();
        Assert.Equal(expected, found.Select(candidate => candidate.ParticipantId).Order());
    }

    private static MemoryRegister Settled()
    {
        var register = new MemoryRegister();
        var random = new Random(1);
        for (var i = 0; i < People; i++)
        {
            var id = new Guid(i + 1, 0, 0, new byte[8]);
            var places = Enumerable.Range(1, 1 + (i % 2)).Select(number => PlaceOf(id, number, Around(random, 6_000)));
            register.MarkTold(register.Write(id, [.. places]).Entry);
        }

        return register;
    }

    private static GeoPoint Around(Random random, double metres)
    {
        var distance = metres * Math.Sqrt(random.NextDouble());
        var (sine, cosine) = Math.SinCos(Math.Tau * random.NextDouble());
        return At(Math.Round(distance * cosine / 111_195, 6), Math.Round(distance * sine / 68_000, 6));
    }

    private static GeoPoint At(double north, double east) =>
        new(Math.Round(Center.Latitude + north, 6), Math.Round(Center.Longitude + east, 6));

    private static Subscription PlaceOf(Guid person, int number, GeoPoint point) =>
        new()
        {
            ParticipantId = person,
            LocationNumber = number,
            Cell = H3Grid.LatLngToCell(new LatLng(point.Latitude, point.Longitude), CellMask.CellResolution).Value,
            Point = point,
            Language = Language.Dutch,
            Channels = ContactChannels.Voice,
        };
}
