using System.Text;
using Burgernet.Cells;
using Burgernet.Grains.Cells;
using Burgernet.H3;
using Burgernet.Imports;
using Burgernet.Silo.Demonstration;
using Burgernet.TestKit;
using Burgernet.Tests.Scenarios.Nodes;
using Xunit;

namespace Burgernet.Tests.Scenarios.Imports;

/// <summary>Bulk imports on a whole node: what cells see of them, and what becomes of them when the node dies.</summary>
public sealed class ImportScenarios
{
    private const string ControlRoom = "deventer";
    private const int People = 400;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly ImportOrder Order = new(ControlRoom, "relatie-1", "card");
    private static readonly byte[] File = Invented();

    [Fact]
    public async Task Import_WithCellsAwake_IsSeenByThem()
    {
        await using var node = await TestNode.Start();
        var center = H3Grid.LatLngToCell(new LatLng(52.255, 6.16389), 8);
        var region = node.Grains.GetGrain<IRegionGrain>((long)H3Grid.CellToParent(center, 5).Value);
        Assert.True((await region.Population()).IsEmpty);
        var import = await Send(node, Guid.NewGuid());

        await Ends(node, import, ImportState.Completed);

        var population = await region.Population();
        Assert.True(population.Total > People / 2);
        Assert.True(population.At(CellMask.SlotOf(center.Value)) > 0);
    }

    [Fact]
    public async Task Import_StoredWhileNoCellHasHeardOfIt_IsFoundByASearchThatBeginsThen()
    {
        await using var node = await TestNode.Start();
        var center = H3Grid.LatLngToCell(new LatLng(52.255, 6.16389), 8);
        var region = node.Grains.GetGrain<IRegionGrain>((long)H3Grid.CellToParent(center, 5).Value);
        Assert.True((await region.Population()).IsEmpty);
        node.Get<RegisterFaults>().Fail(RegisterStep.Region, times: int.MaxValue);
        var import = await Send(node, Guid.NewGuid());
        await Ends(node, import, ImportState.Reloading);
        Assert.True((await region.Population()).IsEmpty, "The region was to know of nobody");

        var during = await Search(node);

        Assert.Equal(People, during.Count);
        node.Get<RegisterFaults>().Clear();
        await Ends(node, import, ImportState.Completed);
        Assert.Equal(during, await Search(node));
    }

    [Fact]
    public async Task Import_NodeKilledOnceTheFileWasTaken_GoesOnByItself()
    {
        var node = await TestNode.Start();
        var import = await Send(node, Guid.NewGuid());
        await using var restarted = await node.KillAndRestart(channels: 1, ringSeconds: 1);

        var ended = await Ends(restarted, import, ImportState.Completed);

        Assert.Equal((People, People, 0), (ended.Rows, ended.Added, ended.Refused));
        Assert.Equal(People, (await restarted.Register.Count()).Participants);
    }

    [Fact]
    public async Task Import_NodeKilledWhileTheFileArrives_IsInterruptedAndCanBeSentAgain()
    {
        var node = await TestNode.Start();
        var import = Guid.NewGuid();
        var grain = node.Grains.GetGrain<IImportGrain>(import);
        await grain.Begin(Order);
        await grain.Append(new ImportPiece(0, File[..(File.Length / 2)]));
        await using var restarted = await node.KillAndRestart(channels: 1, ringSeconds: 1);

        Assert.Equal(ImportState.Interrupted, (await Get(restarted, import)).State);
        Assert.Equal(0, (await restarted.Register.Count()).Participants);
        await Send(restarted, import);
        Assert.Equal(People, (await Ends(restarted, import, ImportState.Completed)).Added);
    }

    [Fact]
    public async Task Import_CancelledWhileTheFileArrives_LeavesNothingAndMakesRoom()
    {
        await using var node = await TestNode.Start();
        var first = node.Grains.GetGrain<IImportGrain>(Guid.NewGuid());
        await first.Begin(Order);
        await first.Append(new ImportPiece(0, File[..(File.Length / 2)]));
        Assert.True((await node.Grains.GetGrain<IImportGrain>(Guid.NewGuid()).Begin(Order)).Busy);
        Assert.Null((await first.Cancel("zwolle")).Import);

        Assert.Equal(ImportState.Cancelled, (await first.Cancel(ControlRoom)).Import?.State);

        Assert.Equal(ImportState.Cancelled, (await first.Append(new ImportPiece(File.Length / 2, File[(File.Length / 2)..]))).State);
        Assert.Equal(0, (await node.Register.Count()).Participants);
        await Ends(node, await Send(node, Guid.NewGuid()), ImportState.Completed);
        Assert.Equal(2, (await node.Grains.GetGrain<IImportsGrain>(ControlRoom).List(10)).Length);
    }

    [Fact]
    public async Task Import_UploadThatBreaksOff_LeavesNothing()
    {
        await using var node = await TestNode.Start();
        var import = node.Grains.GetGrain<IImportGrain>(Guid.NewGuid());
        await import.Begin(Order);
        await import.Append(new ImportPiece(0, File[..(File.Length / 2)]));

        await import.Break();

        var ended = (await import.Get(ControlRoom)).Import;
        Assert.Equal(ImportState.Refused, ended?.State);
        Assert.Equal(ImportFileProblemCode.UploadBroken, ended?.Problem?.Code);
        Assert.Equal(0, (await node.Register.Count()).Participants);
    }

    private static async Task<HashSet<Guid>> Search(TestNode node)
    {
        var center = new GeoPoint(52.255, 6.16389);
        var found = new HashSet<Guid>();
        await foreach (
            var band in node.Get<AreaSearch>()
                .Run(new CellQuery { Area = new CircleArea(center, 100_000), From = center }, TestContext.Current.CancellationToken)
        )
        {
            foreach (ref readonly var person in band.People)
            {
                Assert.True(found.Add(person.ParticipantId), "Somebody was found twice");
            }
        }

        return found;
    }

    private static async Task<Guid> Send(TestNode node, Guid import)
    {
        var grain = node.Grains.GetGrain<IImportGrain>(import);
        Assert.NotNull((await grain.Begin(Order)).Import);
        for (var at = 0; at < File.Length; at += 10_000)
        {
            await grain.Append(new ImportPiece(at, File[at..Math.Min(File.Length, at + 10_000)]));
        }

        await grain.Complete(File.Length, sha256: null);
        return import;
    }

    private static async Task<ImportSnapshot> Ends(TestNode node, Guid import, ImportState state)
    {
        ImportSnapshot? seen = null;
        await Eventually.Holds(
            $"import {import} is {state}",
            async () => (seen = await Get(node, import)).State == state,
            Patience,
            () => $"It is {seen?.State}"
        );
        return seen!;
    }

    private static async Task<ImportSnapshot> Get(TestNode node, Guid import) =>
        (await node.Grains.GetGrain<IImportGrain>(import).Get(ControlRoom)).Import!;

    private static byte[] Invented()
    {
        var places = DutchPlaces.Read();
        using var text = new StringWriter();
        InventedCsv.Write(
            text,
            InventedParticipants.Create(
                new InventedLandscape(places, places.FindAll(place => place.Name == "Deventer")),
                People,
                7,
                new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)
            )
        );
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
