using Burgernet.Practice;

namespace Burgernet.Benchmarks.Lines;

/// <summary>How the lines were used, by what the carrier saw: a line is busy from its INVITE until its call is over.</summary>
internal sealed record LineUse
{
    /// <summary>Calls that got a line.</summary>
    public required int Calls { get; init; }

    /// <summary>Calls that the carrier refused for its limits.</summary>
    public required int Refused { get; init; }

    /// <summary>Most lines busy at once.</summary>
    public required int Most { get; init; }

    /// <summary>From the first INVITE until all lines were busy, or zero where they never were.</summary>
    public required TimeSpan Filling { get; init; }

    /// <summary>From then until fewer deliveries were due than there are lines.</summary>
    public required TimeSpan Full { get; init; }

    /// <summary>Share of the lines that was busy in that time, on average.</summary>
    public required double Busy { get; init; }

    /// <summary>Lines that became free in that time.</summary>
    public required int Freed { get; init; }

    /// <summary>How long a freed line was idle, on average.</summary>
    public required TimeSpan Idle { get; init; }

    /// <summary>How long a call held its line, on average, over all calls.</summary>
    public required TimeSpan MeanHold { get; init; }

    /// <summary>Most calls taken in any second.</summary>
    public required int MostInASecond { get; init; }

    /// <summary>Works it out.</summary>
    /// <param name="records">The carrier's record; every call is over.</param>
    /// <param name="lines">How many lines there are.</param>
    /// <param name="deliveries">How many deliveries the action had.</param>
    public static LineUse Of(IEnumerable<PracticeCallRecord> records, int lines, int deliveries)
    {
        var all = records.ToArray();
        var calls = Array.FindAll(all, call => !IsRefused(call)).OrderBy(call => call.Invited.Monotonic).ToArray();
        var changes = calls
            .SelectMany(call => new[] { (At: call.Invited.Monotonic, Change: 1), (At: call.Ended!.Value.Monotonic, Change: -1) })
            .OrderBy(change => change.At)
            .ThenBy(change => change.Change)
            .ToArray();
        var (busy, most, invited, freed) = (0, 0, 0, 0);
        TimeSpan? from = null;
        var until = TimeSpan.MaxValue;
        var (last, area) = (TimeSpan.Zero, 0.0);
        foreach (var (at, change) in changes)
        {
            if (from is not null && last < until)
            {
                area += (at - last).TotalSeconds * busy;
                freed += change < 0 ? 1 : 0;
            }

            last = at;
            busy += change;
            most = Math.Max(most, busy);
            from ??= busy == lines ? at : null;
            invited += change > 0 ? 1 : 0;
            until = change > 0 && deliveries - invited < lines && until == TimeSpan.MaxValue ? at : until;
        }

        var full = from is { } start && until != TimeSpan.MaxValue ? until - start : TimeSpan.Zero;
        var possible = full.TotalSeconds * lines;
        return new LineUse
        {
            Calls = calls.Length,
            Refused = all.Length - calls.Length,
            Most = most,
            Filling = (from ?? TimeSpan.Zero) - (from is null ? TimeSpan.Zero : calls[0].Invited.Monotonic),
            Full = full,
            Busy = possible > 0 ? area / possible : 0,
            Freed = freed,
            Idle = freed > 0 ? TimeSpan.FromSeconds((possible - area) / freed) : TimeSpan.Zero,
            MeanHold = TimeSpan.FromSeconds(calls.Average(call => (call.Ended!.Value.Monotonic - call.Invited.Monotonic).TotalSeconds)),
            MostInASecond = MostIn(calls, TimeSpan.FromSeconds(1)),
        };
    }

    private static bool IsRefused(PracticeCallRecord call) => call.Refusal is PracticeRefusal.ChannelsFull or PracticeRefusal.TooFast;

    /// <summary>Most calls taken in any window.</summary>
    /// <param name="calls">In the order of their INVITEs.</param>
    /// <param name="window">How long.</param>
    public static int MostIn(IReadOnlyList<PracticeCallRecord> calls, TimeSpan window)
    {
        var (most, first) = (0, 0);
        for (var i = 0; i < calls.Count; i++)
        {
            while (calls[i].Invited.Monotonic - calls[first].Invited.Monotonic >= window)
            {
                first++;
            }

            most = Math.Max(most, i - first + 1);
        }

        return most;
    }
}
