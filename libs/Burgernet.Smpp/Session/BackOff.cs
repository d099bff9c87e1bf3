namespace Burgernet.Smpp.Session;

/// <summary>How long to wait before the next try: twice as long each time, with chance in it so that many do not come at once.</summary>
/// <param name="first">After the first failure.</param>
/// <param name="longest">At most.</param>
/// <param name="random">Chance.</param>
internal sealed class BackOff(TimeSpan first, TimeSpan longest, Random random)
{
    private const double Jitter = 0.2;

    private readonly TimeSpan _first = first;
    private TimeSpan _next = first;

    /// <summary>After a failure.</summary>
    /// <param name="isHopeless">The peer said that it does not want us: asking soon will not help.</param>
    public TimeSpan Next(bool isHopeless)
    {
        var wait = isHopeless ? longest : _next;
        _next = TimeSpan.FromTicks(Math.Min(_next.Ticks * 2, longest.Ticks));
        return wait * (1 - Jitter + (2 * Jitter * random.NextDouble()));
    }

    /// <summary>After success.</summary>
    public void Reset() => _next = _first;
}
