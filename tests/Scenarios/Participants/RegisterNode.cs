using Burgernet.Cells;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Participants;
using Burgernet.H3;
using Burgernet.Participants;
using Burgernet.Silo.Storage.Sqlite;
using Burgernet.Tests.Scenarios.Nodes;
using Xunit;

namespace Burgernet.Tests.Scenarios.Participants;

/// <summary>A node of its own for tests that cut its register off.</summary>
public sealed class RegisterNode : IAsyncLifetime
{
    private static readonly CircleArea Everywhere = new(new GeoPoint(52, 5), 1_000_000);

    internal TestNode Node { get; private set; } = null!;

    internal RegisterFaults Faults => Node.Get<RegisterFaults>();

    internal ChangeRelay Relay => Node.Get<ChangeRelay>();

    internal IParticipantStore Store => Node.Get<IParticipantStore>();

    internal SqliteSubscriptionStore Register => Node.Get<SqliteSubscriptionStore>();

    public async ValueTask InitializeAsync() => Node = await TestNode.Start();

    public ValueTask DisposeAsync() => Node.DisposeAsync();

    internal IParticipantGrain Participant(Guid id) => Node.Grains.GetGrain<IParticipantGrain>(id);

    /// <summary>Asks until there is an answer, as a caller does that lost one.</summary>
    internal static async Task<ParticipantReply> UntilAnswered(Func<Task<ParticipantReply>> ask)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ask();
            }
            catch (StoreUnavailableException) when (attempt < 20)
            {
                // Asked again, under the same operation.
            }
        }
    }

    /// <summary>Every cell and region that anybody was or is in is awake.</summary>
    internal async Task Wake()
    {
        foreach (var cell in Cells())
        {
            await Selected(cell);
            await Region(cell).Population();
        }
    }

    /// <summary>The relay goes on until nothing is untold.</summary>
    internal async Task RelayAll()
    {
        for (var sweep = 0; (await Store.ReadUntold(0, DateTimeOffset.MaxValue, 1)).Count > 0; sweep++)
        {
            Assert.True(sweep < 20, "The relay did not tell everything in 20 sweeps");
            await Relay.Sweep();
        }
    }

    /// <summary>Every cell and every region say what the register says.</summary>
    internal async Task CellsShouldEqualTheRegister()
    {
        foreach (var cell in Cells())
        {
            var stored = (await Register.ReadCells([cell])).Select(location =>
                (location.ParticipantId, (float)Everywhere.Center.DistanceTo(location.Point))
            );
            Assert.Equal(stored.Order(), (await Selected(cell)).Select(found => (found.ParticipantId, found.DistanceMetres)).Order());
            var counted = (await Register.CountCells([cell])).Select(populated => populated.Count).SingleOrDefault();
            var populated = (await Region(cell).Population()).At(CellMask.SlotOf(cell));
            Assert.Equal(counted, populated);
        }
    }

    private async Task<Candidate[]> Selected(ulong cell) =>
        (
            await Node.Grains.GetGrain<IGeoCellGrain>((long)cell).Select(new CellQuery { Area = Everywhere, From = Everywhere.Center })
        ).Candidates.ToArray();

    private IRegionGrain Region(ulong cell) => Node.Grains.GetGrain<IRegionGrain>((long)CellMask.RegionOf(cell));

    private static IEnumerable<ulong> Cells() =>
        Household
            .Profile(0, [.. Enumerable.Range(0, Household.Places)])
            .Locations.Select(location =>
                H3Grid.LatLngToCell(new LatLng(location.Point.Latitude, location.Point.Longitude), CellMask.CellResolution).Value
            );
}
