using System.Collections.Concurrent;
using Burgernet.Participants;

namespace Burgernet.Grains.Cells;

/// <summary>Lets equal hours of a silo's cells be the same ones in memory. For any thread.</summary>
internal sealed class HoursPool
{
    /// <summary>What is more common than this stays shared; rare hours beyond it are each their own.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<WeeklyHours, WeeklyHours> _known = new();

    /// <summary>The same hours, from the pool where it has room.</summary>
    public WeeklyHours Shared(WeeklyHours hours) =>
        hours.IsAlways ? hours
        : _known.TryGetValue(hours, out var known) ? known
        : _known.Count < Most ? _known.GetOrAdd(hours, hours)
        : hours;
}
