using System.Runtime.CompilerServices;
using Burgernet.Cells;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Tests.Scenarios.Cells;

/// <summary>A register in memory that counts how often cells are read, and can refuse to be streamed.</summary>
internal sealed class MemoryRegister : ISubscriptionStore, IChangeLog
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Subscription[]> _people = [];
    private readonly List<(Guid Participant, bool Told)> _log = [];
    private int _cellReads;

    /// <summary>How many reads of cells there were.</summary>
    public int CellReads => Volatile.Read(ref _cellReads);

    /// <summary>How many more streams fail at once.</summary>
    public int FailingStreams { get; set; }

    /// <summary>Everyone's places now.</summary>
    public Subscription[] All
    {
        get
        {
            lock (_gate)
            {
                return [.. _people.Values.SelectMany(places => places).OrderBy(place => place.Cell).ThenBy(place => place.ParticipantId)];
            }
        }
    }

    /// <summary>Stores somebody's places; none for who leaves.</summary>
    /// <returns>The entry, the version, and the cells to tell.</returns>
    public (int Entry, ParticipantVersion Version, ulong[] Cells) Write(Guid participant, params Subscription[] places)
    {
        lock (_gate)
        {
            var before = _people.GetValueOrDefault(participant, []);
            var version = _log.Count + 1;
            _people[participant] = Array.ConvertAll(places, place => place with { Version = version });
            _log.Add((participant, false));
            return (
                _log.Count - 1,
                new ParticipantVersion(participant, version),
                [.. before.Concat(places).Select(place => place.Cell).Distinct()]
            );
        }
    }

    /// <summary>Cells know of an entry.</summary>
    public void MarkTold(int entry)
    {
        lock (_gate)
        {
            _log[entry] = _log[entry] with { Told = true };
        }
    }

    public async Task<IReadOnlyList<Subscription>> ReadCells(IReadOnlyCollection<ulong> cells)
    {
        Interlocked.Increment(ref _cellReads);
        await Task.Yield();
        return [.. All.Where(place => cells.Contains(place.Cell))];
    }

    public Task<IReadOnlyList<Subscription>> ReadParticipants(IReadOnlyCollection<Guid> participants) =>
        Task.FromResult<IReadOnlyList<Subscription>>([.. All.Where(place => participants.Contains(place.ParticipantId))]);

    public async IAsyncEnumerable<IReadOnlyList<Subscription>> ReadAll([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (FailingStreams-- > 0)
        {
            throw new StoreUnavailableException("The test lets this stream fail");
        }

        foreach (var (_, places) in CellRuns.Of(All))
        {
            yield return places;
        }
    }

    public Task<PopulatedCell[]> ReadRegion(ulong region) =>
        Task.FromResult(Count(All.Where(place => CellMask.RegionOf(place.Cell) == region)));

    public Task<PopulatedCell[]> CountCells(IReadOnlyCollection<ulong> cells) =>
        Task.FromResult(Count(All.Where(place => cells.Contains(place.Cell))));

    public Task<ChangeMarker> Marker(int limit)
    {
        lock (_gate)
        {
            Guid[] untold = [.. _log.Where(entry => !entry.Told).Select(entry => entry.Participant).Distinct()];
            return Task.FromResult(new ChangeMarker(_log.Count, new ChangedParticipants(untold, More: false)));
        }
    }

    public Task<ChangedParticipants> ChangedSince(long position, int limit)
    {
        lock (_gate)
        {
            Guid[] changed = [.. _log.Skip((int)position).Select(entry => entry.Participant).Distinct()];
            return Task.FromResult(new ChangedParticipants(changed, More: false));
        }
    }

    private static PopulatedCell[] Count(IEnumerable<Subscription> places) =>
        [.. places.GroupBy(place => place.Cell).Select(cell => new PopulatedCell(cell.Key, cell.Count()))];
}
