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
        foreach (var line in _lines.Values)
        {
            line.Told = Math.Min(line.Told, line.Calls + line.Reserved);
            line.ToldStarts = Math.Min(line.ToldStarts, line.Rate.Count(now) + line.Reserved);
        }

        return
        [
            .. _lines.Select(line => new PrefixCount(
                line.Key,
                line.Value.Calls + line.Value.Reserved,
                line.Value.Rate.Count(now) + line.Value.Reserved
            )),
        ];
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

    /// <summary>Keeps for a pull what may start now, as far as it asks for so many; other pulls get nothing of that until <see cref="GiveBack"/>.</summary>
    /// <param name="now">Monotonic ticks.</param>
    /// <param name="most">What the pull asks for.</param>
    public PrefixCount[] Reserve(long now, int most)
    {
        var room = new List<PrefixCount>(_lines.Count);
        foreach (var (prefix, line) in _lines)
        {
            var free = Math.Clamp(line.Free(now), 0, most);
            room.Add(new PrefixCount(prefix, free));
            line.Reserved += free;
        }

        return [.. room];
    }

    /// <summary>A pull is over: what it did not use is free again.</summary>
    public void GiveBack(IEnumerable<PrefixCount> reserved)
    {
        foreach (var (prefix, calls) in reserved)
        {
            _lines[prefix].Reserved -= calls;
        }
    }

    /// <summary>Whether one more call to a number may start now.</summary>
    /// <param name="number">E.164.</param>
    /// <param name="now">Monotonic ticks.</param>
    public bool HasRoom(string number, long now) =>
        new PrefixRoom(UnderWay).PrefixOf(number) is not { } prefix || _lines[prefix].Free(now) > 0;

    /// <summary>A call starts.</summary>
    /// <returns>The limited prefix it falls under, or null.</returns>
    public string? Start(string number, long now)
    {
        var prefix = new PrefixRoom(UnderWay).PrefixOf(number);
        if (prefix is not null)
        {
            _lines[prefix].Calls++;
            _lines[prefix].Rate.Start(now);
        }

        return prefix;
    }

    /// <summary>A call has ended.</summary>
    public void End(string prefix) => _lines[prefix].Calls--;

    private sealed class Line(long ticksPerSecond)
    {
        public PrefixShare Share { get; set; } = new("", 0, 0);

        public RateWindow Rate { get; } = new(ticksPerSecond);

        public int Calls { get; set; }

        public int Reserved { get; set; }

        /// <summary>What the carrier was told that is held here, until the next share is known.</summary>
        public int Told { get; set; } = int.MaxValue;

        public int Free(long now) => Math.Min(Math.Min(Share.Channels, Told) - Calls, Rate.Available(now, Share.CallsPerSecond)) - Reserved;
    }
}
