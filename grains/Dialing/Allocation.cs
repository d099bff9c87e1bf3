using Burgernet.Actions;

namespace Burgernet.Grains.Dialing;

/// <summary>How a carrier's capacity is shared. Pure.</summary>
internal static class Allocation
{
    private const int Ranks = (int)Urgency.Urgent + 1;

    /// <summary>Max-min fair shares: nobody gets more than it asks, nothing is left while somebody asks for more, and whoever gets less than it asks gets at most one less than any other.</summary>
    /// <param name="demand">What each asks, 0 or more. Earlier ones get the odd units.</param>
    /// <param name="capacity">What there is, 0 or more.</param>
    /// <returns>What each gets; the sum is at most <paramref name="capacity"/>.</returns>
    public static int[] Share(IReadOnlyList<int> demand, int capacity)
    {
        ArgumentNullException.ThrowIfNull(demand);
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        var share = new int[demand.Count];
        var left = capacity;
        var byNeed = Enumerable.Range(0, demand.Count).OrderBy(i => demand[i]).ThenByDescending(i => i).ToArray();
        for (var served = 0; served < byNeed.Length; served++)
        {
            var others = byNeed.Length - served;
            var i = byNeed[served];
            share[i] = Math.Min(Math.Max(0, demand[i]), left / others);
            left -= share[i];
        }

        return share;
    }

    /// <summary>Freed lines among actions: a rank gets every start but one in twenty while a lower one waits too; equals get them in turn; nothing is left while somebody has a delivery due.</summary>
    /// <param name="demand">Every action that wants lines, each once, in any order.</param>
    /// <param name="starts">Lines that are free and may be started on, 0 or more.</param>
    /// <param name="balance">What was remembered last time.</param>
    /// <returns>What each gets, in the order of the demand, and what to remember.</returns>
    public static (int[] Shares, StartBalance Balance) Share(IReadOnlyList<StartDemand> demand, int starts, StartBalance balance)
    {
        ArgumentNullException.ThrowIfNull(demand);
        ArgumentOutOfRangeException.ThrowIfNegative(starts);
        var shares = new int[demand.Count];
        Span<bool> there = stackalloc bool[Ranks];
        Span<int> due = stackalloc int[Ranks];
        foreach (var action in demand)
        {
            there[(int)action.Urgency] = true;
            due[(int)action.Urgency] += Math.Clamp(action.Due, 0, starts);
        }

        for (var left = starts; left > 0 && NextRank(due, balance) is { } rank; left--)
        {
            var next = NextOf(demand, shares, rank, balance.LastOf(rank));
            shares[next]++;
            due[(int)rank]--;
            balance = balance.Started(demand[next].ActionId, rank, HighestDue(due, below: rank), there);
        }

        return (shares, balance);
    }

    private static Urgency? NextRank(ReadOnlySpan<int> due, in StartBalance balance)
    {
        var rest = HighestDue(due, below: Urgency.Urgent);
        if (due[(int)Urgency.Urgent] > 0 && (rest is null || balance.UrgentFirst.HigherIsNext))
        {
            return Urgency.Urgent;
        }

        return rest == Urgency.Normal && due[(int)Urgency.Low] > 0 && !balance.NormalFirst.HigherIsNext ? Urgency.Low : rest;
    }

    private static Urgency? HighestDue(ReadOnlySpan<int> due, Urgency below)
    {
        for (var rank = below - 1; rank >= Urgency.Low; rank--)
        {
            if (due[(int)rank] > 0)
            {
                return rank;
            }
        }

        return null;
    }

    /// <summary>The action of a rank whose turn it is: the first with a delivery due after the one served last, by id and round again.</summary>
    private static int NextOf(IReadOnlyList<StartDemand> demand, int[] shares, Urgency rank, Guid last)
    {
        var (after, first) = (-1, -1);
        for (var i = 0; i < demand.Count; i++)
        {
            if (demand[i].Urgency != rank || shares[i] >= demand[i].Due)
            {
                continue;
            }

            if (first < 0 || demand[i].ActionId.CompareTo(demand[first].ActionId) < 0)
            {
                first = i;
            }

            if (demand[i].ActionId.CompareTo(last) > 0 && (after < 0 || demand[i].ActionId.CompareTo(demand[after].ActionId) < 0))
            {
                after = i;
            }
        }

        return after >= 0 ? after : first;
    }
}
