using System.Diagnostics.Metrics;
using Burgernet.Cells;
using Burgernet.Grains.Cells;
using Burgernet.Grains.Participants;
using Burgernet.H3;
using Burgernet.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Cells.Interleaving;

/// <summary>People who come, move, change and go while a search runs, in an order of turns that is given; and what must hold of whom it finds.</summary>
internal sealed class SearchStory
{
    /// <summary>Where two regions meet, so that people move between them.</summary>
    private static readonly GeoPoint Center = OnABorderOfRegions();

    private static readonly CellQuery Query = new()
    {
        Area = new CircleArea(Center, 1_250),
        From = new GeoPoint(Center.Latitude + 0.02, Center.Longitude),
        Channels = ContactChannels.Voice,
    };

    private readonly Turns _turns;
    private readonly TurnedRegister _register;
    private readonly TurnedCells _cells;
    private readonly AreaSearch _search;
    private readonly RecentMarker _marker;
    private readonly Dictionary<Guid, (bool Always, bool Ever)> _window = [];
    private readonly List<Candidate> _found = [];
    private bool _searching;

    public SearchStory(IReadOnlyList<int> choices, int mostChanged, bool apart)
    {
        _turns = new Turns(choices);
        _register = new TurnedRegister(_turns);
        _cells = new TurnedCells(_turns, _register, apart);
        _marker = new RecentMarker(_register, TimeProvider.System) { MostNamed = mostChanged, MostAge = TimeSpan.MaxValue };
        _search = new AreaSearch(
            _cells.RegionAt,
            _marker,
            _register,
            new RegisterSearch(_register),
            new CellInstruments(new NoMeters()),
            TimeProvider.System
        )
        {
            CellsFirst = 1,
            CellsARound = 2,
        };
    }

    /// <summary>The people's first places.</summary>
    public void Settle(IEnumerable<Place?[]> homes)
    {
        foreach (var (home, number) in homes.Select((home, number) => (home, number)))
        {
            _ = _register.Write(Person(number), byImport: false, Locations(number, home)) is var (entry, _, _)
                ? _register.MarkTold(entry)
                : null;
        }

        _turns.RunToEnd();
    }

    /// <summary>Runs everything and holds the search to what it promises.</summary>
    /// <param name="moves">Who changes to which places, how; each begins when its turn comes.</param>
    /// <param name="warmUp">Whether cells are filled meanwhile from a state read before all moves.</param>
    /// <param name="markers">How many markers are taken beside it: the search goes by the last before it, however old.</param>
    public void Run(IReadOnlyList<Move> moves, bool warmUp, int markers)
    {
        List<Task> all = [.. moves.Select(Do), .. Enumerable.Range(0, markers).Select(_ => TakeMarker())];
        if (warmUp)
        {
            all.Add(WarmUp());
        }

        all.Add(Search());
        Finish(all);
        HoldToIt();

        // What cells made of it all stays: with everybody told, they and the register say the same.
        _found.Clear();
        _window.Clear();
        Finish([Search()]);
        HoldToIt();
    }

    private void Finish(List<Task> all)
    {
        _turns.RunToEnd();
        Assert.All(all, task => Assert.True(task.IsCompletedSuccessfully, $"Somebody waits for ever, or failed: {task.Exception}"));
    }

    private void HoldToIt()
    {
        Assert.Equal(_found.Count, _found.Select(candidate => candidate.ParticipantId).Distinct().Count());
        var ids = _found.Select(candidate => candidate.ParticipantId).ToHashSet();
        foreach (var (participant, (always, ever)) in _window)
        {
            Assert.True(!always || ids.Contains(participant), $"{participant} was there all the time and was not found");
            Assert.True(ever || !ids.Contains(participant), $"{participant} was never there and was found");
        }
    }

    private async Task Search()
    {
        await _turns.Next();
        _searching = true;
        foreach (var (participant, locations) in _register.Now)
        {
            var there = IsThere(locations);
            _window[participant] = (there, there);
        }

        await foreach (var band in _search.Run(Query))
        {
            _found.AddRange(band.People);
        }

        _searching = false;
    }

    private async Task Do(Move move)
    {
        for (var i = 0; i <= move.After; i++)
        {
            await _turns.Next();
        }

        if (move.Kind == MoveKind.Import)
        {
            await Import(move);
            return;
        }

        var (entry, version, cells) = Write(move.Person, move.To);
        if (move.Kind == MoveKind.Crash)
        {
            // The relay comes much later.
            for (var i = 0; i < 40; i++)
            {
                await _turns.Next();
            }
        }

        await _cells.Tell(version, cells);
        await _register.MarkTold(entry);
    }

    /// <summary>Two people at once, past their grains; their cells are read again at the end.</summary>
    private async Task Import(Move move)
    {
        var touched = _register.BeginImport();
        touched.UnionWith(Write(move.Person, move.To, byImport: true).Cells);
        await _turns.Next();
        touched.UnionWith(Write(move.Person + 1, move.To, byImport: true).Cells);
        await _cells.Reload([.. touched]);
        await _register.EndImport(touched);
    }

    private (int Entry, ParticipantVersion Version, ulong[] Cells) Write(int person, Place?[] to, bool byImport = false)
    {
        var id = Person(person);
        var locations = Locations(person, to).ToArray();
        if (_searching)
        {
            var there = IsThere(locations);
            var (always, ever) = _window.GetValueOrDefault(id);
            _window[id] = (always && there, ever || there);
        }

        return _register.Write(id, byImport, locations);
    }

    private async Task TakeMarker()
    {
        await _turns.Next();
        await _marker.Refresh();
    }

    private async Task WarmUp()
    {
        await foreach (var batch in _register.ReadAll(CancellationToken.None))
        {
            await _cells.Fill(batch[0].Cell, PackedCell.Of(batch, _register.Hours));
        }
    }

    private static bool IsThere(IEnumerable<Subscription> locations) =>
        locations.Any(location => Query.Area!.Contains(location.Point) && (location.Channels & Query.Channels) != ContactChannels.None);

    private static Guid Person(int number) => new(number + 1, 0, 0, new byte[8]);

    private static IEnumerable<Subscription> Locations(int person, Place?[] places) =>
        places
            .Select((place, index) => (place, index))
            .Where(location => location.place is not null)
            .Select(location =>
            {
                var point = location.place!.At(Center);
                return new Subscription
                {
                    ParticipantId = Person(person),
                    LocationNumber = location.index + 1,
                    Cell = H3Grid.LatLngToCell(new LatLng(point.Latitude, point.Longitude), CellMask.CellResolution).Value,
                    Point = point,
                    Language = Language.Dutch,
                    Channels = location.place.ByVoice ? ContactChannels.Voice : ContactChannels.Sms,
                };
            });

    private static GeoPoint OnABorderOfRegions()
    {
        var region = H3Grid.LatLngToCell(new LatLng(52.255, 6.16), CellMask.RegionResolution);
        var corner = H3Grid.CellToBoundary(region)[0];
        return new GeoPoint(corner.Latitude, corner.Longitude);
    }

    private sealed class NoMeters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose() { }
    }
}
