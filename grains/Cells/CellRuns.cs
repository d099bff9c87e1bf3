using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Cells;

/// <summary>Parts subscriptions that are ordered by cell.</summary>
internal static class CellRuns
{
    /// <summary>Each cell with its subscriptions.</summary>
    public static IEnumerable<(ulong Cell, IReadOnlyList<Subscription> Subscriptions)> Of(IReadOnlyList<Subscription> ordered)
    {
        var start = 0;
        for (var i = 1; i <= ordered.Count; i++)
        {
            if (i == ordered.Count || ordered[i].Cell != ordered[start].Cell)
            {
                var run = new Subscription[i - start];
                for (var n = 0; n < run.Length; n++)
                {
                    run[n] = ordered[start + n];
                }

                yield return (ordered[start].Cell, run);
                start = i;
            }
        }
    }
}
