using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>A dialer's calls to numbers of limited prefixes, and what its lease leaves of each limit. No I/O.</summary>
internal sealed class PrefixBook(long ticksPerSecond)
{
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);

    /// <summary>Calls under way.</summary>
    public PrefixCount[] UnderWay => [.. _lines.Select(line => new PrefixCount(line.Key, line.Value.Calls))];

    /// <summary>What the carrier is told with the next lease: calls under way and starts of the last second, with what pulls under way may bring. Until <see cref="Take"/> it is kept to: the carrier may give all else to others.</summary>
    /// <param name="now">Monotonic ticks.</param>
    public PrefixCount[] Tell(long now)
    {
        var counts = new List<PrefixCount>(_lines.Count);
        foreach (var (prefix, line) in _lines)
        {
            var count = new PrefixCount(prefix, line.Calls + line.Reserved, line.Rate.Most(now, line.Reserved, line.Share.CallsPerSecond));
            line.Told = Math.Min(line.Told, count.Calls);
            line.ToldStarts = Math.Min(line.ToldStarts, count.Starts);
            counts.Add(count);
        }

        return [.. counts];
    }

    /// <summary>Takes over the shares of a lease.</summary>
    public void Take(IEnumerable<PrefixShare> shares)
    {
        foreach (var share in shares)
        {
            if (!_lines.TryGetValue(share.Prefix, out var line))
            {
                _lines.Add(share.Prefix, line = new Line(ticksPerSecond));
            }

            line.Share = share;
            line.Told = line.ToldStarts = int.MaxValue;
        }
    }

    /// <summary>Keeps for a pull what may start until a moment to come, as far as it asks for so many; other pulls get nothing of that until <see cref="GiveBack"/>.</summary>
    /// <param name="now">Monotonic ticks.</param>
    /// <param name="until">Monotonic ticks, not before <paramref name="now"/>.</param>
    /// <param name="most">What the pull asks for.</param>
    public PrefixCount[] Reserve(long now, long until, int most)
    {
        var room = new List<PrefixCount>(_lines.Count);
        foreach (var (prefix, line) in _lines)
        {
            var starts = Math.Min(line.Rate.Available(now, until, line.Share.CallsPerSecond) - line.Reserved, line.StartsTold(now));
            var free = Math.Clamp(Math.Min(line.Free, starts), 0, most);
            room.Add(new PrefixCount(prefix, free));
            line.Reserved += free;
        }

        return [.. room];
    }

    /// <summary>A pull brought its deliveries: what they do not need is free again.</summary>
    /// <param name="reserved">What was kept for it.</param>
    /// <param name="numbers">Whom it is to call, E.164.</param>
    /// <returns>What stays kept until they are placed.</returns>
    public PrefixCount[] Keep(PrefixCount[] reserved, IEnumerable<string> numbers)
    {
        if (_lines.Count == 0)
        {
            return reserved;
        }

        GiveBack(reserved);
        var needed = numbers.Select(PrefixOf).OfType<string>().CountBy(prefix => prefix, StringComparer.Ordinal).ToDictionary();
        var kept = Array.ConvertAll(reserved, room => room with { Calls = Math.Min(room.Calls, needed.GetValueOrDefault(room.Prefix)) });
        foreach (var (prefix, calls, _) in kept)
        {
            _lines[prefix].Reserved += calls;
        }

        return kept;
    }

    /// <summary>A pull is over: what it did not use is free again.</summary>
    public void GiveBack(IEnumerable<PrefixCount> reserved)
    {
        foreach (var (prefix, calls, _) in reserved)
        {
            _lines[prefix].Reserved -= calls;
        }
    }

    /// <summary>Whether one more call to a number may start now. What a pull brought has its line, and waits for its turn.</summary>
    /// <param name="number">E.164.</param>
    /// <param name="now">Monotonic ticks.</param>
    public bool HasRoom(string number, long now) =>
        LineOf(number) is not { } line
        || (line.Free > 0 && line.StartsTold(now) > 0 && line.Rate.Available(now, line.Share.CallsPerSecond) > 0);

    /// <summary>Ticks until a call to a number may start by the starts a second of its prefix, at the least; 0 where it may now, or where nothing will.</summary>
    /// <param name="number">E.164.</param>
    /// <param name="now">Monotonic ticks.</param>
    public long Wait(string number, long now) =>
        LineOf(number) is { Share.CallsPerSecond: > 0 } line ? line.Rate.Wait(now, line.Share.CallsPerSecond, weight: 1) : 0;

    /// <summary>A call starts.</summary>
    /// <returns>The limited prefix it falls under, or null.</returns>
    public string? Start(string number, long now)
    {
        var prefix = PrefixOf(number);
        if (prefix is not null)
        {
            var line = _lines[prefix];
            line.Calls++;
            line.Rate.Start(now, line.Share.CallsPerSecond);
        }

        return prefix;
    }

    /// <summary>A call has ended.</summary>
    public void End(string prefix) => _lines[prefix].Calls--;

    private string? PrefixOf(string number) => _lines.Count == 0 ? null : new PrefixRoom(UnderWay).PrefixOf(number);

    private Line? LineOf(string number) => PrefixOf(number) is { } prefix ? _lines[prefix] : null;

    private sealed class Line(long ticksPerSecond)
    {
        public PrefixShare Share { get; set; } = new("", 0, 0);

        public RateWindow Rate { get; } = new(ticksPerSecond);

        public int Calls { get; set; }

        public int Reserved { get; set; }

        /// <summary>What the carrier was told that is held here, until the next share is known.</summary>
        public int Told { get; set; } = int.MaxValue;

        /// <summary>The same of what was begun in the last second.</summary>
        public int ToldStarts { get; set; } = int.MaxValue;

        /// <summary>Places that no call has and no pull may fill.</summary>
        public int Free => Math.Min(Share.Channels, Told) - Calls - Reserved;

        /// <summary>Starts that the carrier was told of, and that are not made or kept for a pull.</summary>
        public int StartsTold(long now) => ToldStarts >= Share.CallsPerSecond ? int.MaxValue : ToldStarts - Rate.Count(now) - Reserved;
    }
}
