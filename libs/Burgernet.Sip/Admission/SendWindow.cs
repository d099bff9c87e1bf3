namespace Burgernet.Sip.Admission;

/// <summary>What was sent over the last second, to a tenth. No clock of its own, no allocations.</summary>
internal sealed class SendWindow
{
    /// <summary>How far back it looks.</summary>
    public static readonly long Length = TimeSpan.TicksPerSecond;

    private const int Parts = 10;
    private static readonly long Part = Length / Parts;

    private readonly SendCounts[] _parts = new SendCounts[Parts];
    private SendCounts _sum;
    private long _current;

    /// <summary>The sum at a moment.</summary>
    /// <param name="now">Ticks; never less than before.</param>
    public SendCounts At(long now)
    {
        Move(now);
        return _sum;
    }

    /// <summary>Something was sent.</summary>
    public void Add(long now, in SendCounts counts)
    {
        Move(now);
        _parts[_current % Parts] += counts;
        _sum += counts;
    }

    private void Move(long now)
    {
        var part = now / Part;
        for (var steps = Math.Min(part - _current, Parts); steps > 0; steps--)
        {
            ref var oldest = ref _parts[(part - steps + 1) % Parts];
            _sum -= oldest;
            oldest = default;
        }

        _current = Math.Max(_current, part);
    }
}
