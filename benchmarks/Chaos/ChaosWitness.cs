using Burgernet.Practice;

namespace Burgernet.Benchmarks.Chaos;

/// <summary>What the carrier's record alone says of the limits: most calls at any moment, most INVITEs in any window of one second.</summary>
/// <param name="calls">The record; every call is over.</param>
internal sealed class ChaosWitness(IReadOnlyList<PracticeCallRecord> calls)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>All calls.</summary>
    public IReadOnlyList<PracticeCallRecord> Calls => calls;

    /// <summary>Most calls at once.</summary>
    public int MostAtOnce => Most(calls.Where(Holds));

    /// <summary>Most INVITEs in any window of one second, those that were refused included.</summary>
    public int MostInASecond
    {
        get
        {
            var times = calls.Select(call => call.Invited.Monotonic).Order().ToArray();
            var (most, first) = (0, 0);
            for (var i = 0; i < times.Length; i++)
            {
                while (times[i] - times[first] >= Second)
                {
                    first++;
                }

                most = Math.Max(most, i - first + 1);
            }

            return most;
        }
    }

    /// <summary>Calls that the carrier refused for its limits.</summary>
    public int BeyondLimits => calls.Count(call => call.Refusal is PracticeRefusal.ChannelsFull or PracticeRefusal.TooFast);

    /// <summary>Most calls at once to numbers that begin so.</summary>
    public int MostAtOnceTo(string prefix) =>
        Most(calls.Where(call => Holds(call) && call.Called.StartsWith(prefix, StringComparison.Ordinal)));

    /// <summary>Somebody heard us.</summary>
    public static bool SpokenTo(PracticeCallRecord call) => call is { Answered: not null, RtpPackets: > 0 };

    /// <summary>Whether it held a channel: a refused one ends when it begins.</summary>
    public static bool Holds(PracticeCallRecord call) =>
        call.Refusal
            is not (
                PracticeRefusal.ChannelsFull
                or PracticeRefusal.TooFast
                or PracticeRefusal.OutOfService
                or PracticeRefusal.Stopping
                or PracticeRefusal.NotPracticeNumber
            );

    private static int Most(IEnumerable<PracticeCallRecord> held)
    {
        var (most, now) = (0, 0);
        foreach (
            var (_, change) in held.SelectMany(call =>
                    new[] { (At: call.Invited.Monotonic, Change: 1), (At: call.Ended!.Value.Monotonic, Change: -1) }
                )
                .OrderBy(change => change.At)
                .ThenBy(change => change.Change)
        )
        {
            now += change;
            most = Math.Max(most, now);
        }

        return most;
    }
}
