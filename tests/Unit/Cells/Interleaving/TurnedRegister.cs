using Burgernet.Cells;
using Burgernet.Grains.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Tests.Unit.Cells.Interleaving;

/// <summary>A register in memory whose every statement waits for a turn before it runs and for another before its reply arrives.</summary>
internal sealed class TurnedRegister(Turns turns) : ISubscriptionStore, IChangeLog, ICellReads
{
    private readonly Dictionary<Guid, (long Version, Subscription[] Locations)> _people = [];
    private readonly List<(Guid Participant, bool Told)> _log = [];
    private readonly List<HashSet<ulong>> _imports = [];

    public HoursPool Hours { get; } = new();

    /// <summary>What stands there now.</summary>
    public IEnumerable<KeyValuePair<Guid, Subscription[]>> Now =>
        _people.Select(person => KeyValuePair.Create(person.Key, person.Value.Locations));

    private IEnumerable<Subscription> All => _people.Values.SelectMany(person => person.Locations);

    /// <summary>Stores a change at once: no locations is whoever left. An import makes no entry that cells are told of.</summary>
    /// <returns>The entry's number, the version, and the cells to tell.</returns>
    public (int Entry, ParticipantVersion Version, ulong[] Cells) Write(
        Guid participant,
        bool byImport,
        params IEnumerable<Subscription> locations
    )
    {
        var (version, before) = _people.GetValueOrDefault(participant, (0, []));
        Subscription[] after = [.. locations.Select(location => location with { Version = version + 1 })];
        _people[participant] = (version + 1, after);
        _log.Add((participant, byImport));
        ulong[] cells = [.. before.Concat(after).Select(location => location.Cell).Distinct()];
        return (_log.Count - 1, new ParticipantVersion(participant, version + 1), cells);
    }

    /// <summary>Marks an entry told, in a turn.</summary>
    public Task MarkTold(int entry) =>
        Statement(() =>
        {
            _log[entry] = _log[entry] with { Told = true };
            return true;
        });

    /// <summary>An import begins; what cells it touches is to be added in the turn that stores it.</summary>
    public HashSet<ulong> BeginImport()
    {
        var touched = new HashSet<ulong>();
        _imports.Add(touched);
        return touched;
    }

    /// <summary>An import's cells have all been read again.</summary>
    public Task EndImport(HashSet<ulong> touched) => Statement(() => _imports.RemoveAll(import => ReferenceEquals(import, touched)));

    public Task<IReadOnlyList<Subscription>> ReadCells(IReadOnlyCollection<ulong> cells) =>
        Statement<IReadOnlyList<Subscription>>(() => [.. InOrder(All.Where(location => cells.Contains(location.Cell)))]);

    public Task<IReadOnlyList<Subscription>> ReadParticipants(IReadOnlyCollection<Guid> participants) =>
        Statement<IReadOnlyList<Subscription>>(() => [.. InOrder(All.Where(location => participants.Contains(location.ParticipantId)))]);

    public async IAsyncEnumerable<IReadOnlyList<Subscription>> ReadAll(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var state = await Statement(() => InOrder(All).ToArray());
        foreach (var (_, subscriptions) in CellRuns.Of(state))
        {
            await turns.Next();
            yield return subscriptions;
        }
    }

    public Task<PopulatedCell[]> ReadRegion(ulong region) =>
        Statement(() => Count(All.Where(location => CellMask.RegionOf(location.Cell) == region)));

    public Task<PopulatedCell[]> CountCells(IReadOnlyCollection<ulong> cells) =>
        Statement(() => Count(All.Where(location => cells.Contains(location.Cell))));

    public Task<ChangeMarker> Marker(int limit) =>
        Statement(() =>
        {
            var untold = Named(_log.Where(entry => !entry.Told).Select(entry => entry.Participant), limit);
            return new ChangeMarker(_log.Count, untold with { More = untold.More || _imports.Any(touched => touched.Count > 0) });
        });

    public Task<ChangedParticipants> ChangedSince(long position, int limit) =>
        Statement(() => Named(_log.Skip((int)position).Select(entry => entry.Participant), limit));

    public Task<PackedCell> Cell(ulong cell) => Statement(() => PackedCell.Of([.. All.Where(location => location.Cell == cell)], Hours));

    public Task<IReadOnlyList<Subscription>> Participants(IReadOnlyCollection<Guid> participants) => ReadParticipants(participants);

    private static ChangedParticipants Named(IEnumerable<Guid> participants, int limit)
    {
        Guid[] all = [.. participants.Distinct()];
        return new ChangedParticipants([.. all.Take(limit)], all.Length > limit);
    }

    private static PopulatedCell[] Count(IEnumerable<Subscription> locations) =>
        [.. locations.GroupBy(location => location.Cell).Select(cell => new PopulatedCell(cell.Key, cell.Count()))];

    private static IEnumerable<Subscription> InOrder(IEnumerable<Subscription> locations) =>
        locations.OrderBy(l => l.Cell).ThenBy(l => l.ParticipantId).ThenBy(l => l.LocationNumber);

    private async Task<T> Statement<T>(Func<T> run)
    {
        await turns.Next();
        var result = run();
        await turns.Next();
        return result;
    }
}
