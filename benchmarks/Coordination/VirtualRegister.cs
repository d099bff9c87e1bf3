using System.Runtime.CompilerServices;
using Burgernet.Cells;
using Burgernet.Grains.Cells;
using Burgernet.Grains.Participants;
using Burgernet.H3;
using Burgernet.Participants;

namespace Burgernet.Benchmarks.Coordination;

/// <summary>A register in memory that nobody changes: so many people, evenly spread over a disc around Deventer, one location each.</summary>
internal sealed class VirtualRegister : ISubscriptionStore, IChangeLog
{
    /// <summary>Of 1.7 million over the country's 33,500 km² there are 51 to the square kilometre; around a town twice to three times as many.</summary>
    private const double PerSquareKilometre = 127;

    private const double MetresPerDegree = 111_195;
    private const double Margin = 50;
    private const int AtOnce = 10_000;

    private static readonly ChangedParticipants Nobody = new([], More: false);

    private readonly Subscription[] _places;
    private readonly Dictionary<ulong, (int First, int Count)> _cells = [];

    /// <summary>Invents them; the same for the same seed.</summary>
    public VirtualRegister(int people, int seed)
    {
        People = people;
        RadiusMetres = 1_000 * Math.Sqrt(people / (Math.PI * PerSquareKilometre));
        var random = new Random(seed);
        var id = new byte[16];
        _places = new Subscription[people];
        for (var person = 0; person < people; person++)
        {
            random.NextBytes(id);
            var point = In(RadiusMetres * Math.Sqrt(random.NextDouble()), Math.Tau * random.NextDouble());
            _places[person] = new Subscription
            {
                ParticipantId = new Guid(id),
                LocationNumber = 1,
                Cell = H3Grid.LatLngToCell(new LatLng(point.Latitude, point.Longitude), CellMask.CellResolution).Value,
                Point = point,
                Language = Language.Dutch,
                Channels = ContactChannels.Voice,
                Version = 1,
            };
        }

        Array.Sort(_places, (one, other) => (one.Cell, one.ParticipantId).CompareTo((other.Cell, other.ParticipantId)));
        for (var i = 0; i < people; i++)
        {
            _cells[_places[i].Cell] = _cells.TryGetValue(_places[i].Cell, out var run) ? (run.First, run.Count + 1) : (i, 1);
        }
    }

    /// <summary>Where they live around.</summary>
    public static GeoPoint Center { get; } = new(52.2553, 6.1639);

    /// <summary>How many.</summary>
    public int People { get; }

    /// <summary>Nearly everybody lives within it: they are spread over a map, which is flat.</summary>
    public double RadiusMetres { get; }

    /// <summary>Where those who are called live.</summary>
    public CircleArea Area => new(Center, RadiusMetres + Margin);

    /// <summary>How many of them there are: each point held against the area, without any cell.</summary>
    public int InArea
    {
        get
        {
            var test = new CircleTest(Area);
            return _places.Count(place => test.Contains(place.Point));
        }
    }

    public Task<IReadOnlyList<Subscription>> ReadCells(IReadOnlyCollection<ulong> cells) =>
        Task.FromResult<IReadOnlyList<Subscription>>([.. cells.Order().SelectMany(Of)]);

    /// <summary>Asked of who changed, and nobody does.</summary>
    public Task<IReadOnlyList<Subscription>> ReadParticipants(IReadOnlyCollection<Guid> participants) =>
        participants.Count == 0
            ? Task.FromResult<IReadOnlyList<Subscription>>([])
            : throw new NotSupportedException("Nobody in this register changes");

    public async IAsyncEnumerable<IReadOnlyList<Subscription>> ReadAll([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<Subscription>(AtOnce);
        foreach (var (_, places) in CellRuns.Of(_places))
        {
            batch.AddRange(places);
            if (batch.Count >= AtOnce)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return batch;
                batch = new List<Subscription>(AtOnce);
            }
        }

        yield return batch;
    }

    public Task<PopulatedCell[]> ReadRegion(ulong region) => CountCells([.. _cells.Keys.Where(cell => CellMask.RegionOf(cell) == region)]);

    public Task<PopulatedCell[]> CountCells(IReadOnlyCollection<ulong> cells) =>
        Task.FromResult<PopulatedCell[]>([.. cells.Where(_cells.ContainsKey).Select(cell => new PopulatedCell(cell, _cells[cell].Count))]);

    public Task<ChangeMarker> Marker(int limit) => Task.FromResult(new ChangeMarker(0, Nobody));

    public Task<ChangedParticipants> ChangedSince(long position, int limit) => Task.FromResult(Nobody);

    private IEnumerable<Subscription> Of(ulong cell)
    {
        var (first, count) = _cells.GetValueOrDefault(cell);
        return new ArraySegment<Subscription>(_places, first, count);
    }

    private static GeoPoint In(double distance, double direction)
    {
        var (sine, cosine) = Math.SinCos(direction);
        return new GeoPoint(
            Math.Round(Center.Latitude + (distance * cosine / MetresPerDegree), 6),
            Math.Round(Center.Longitude + (distance * sine / (MetresPerDegree * Math.Cos(double.DegreesToRadians(Center.Latitude)))), 6)
        );
    }
}
