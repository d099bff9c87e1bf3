namespace Burgernet.Grains.Dialing;

/// <summary>Which lanes a dialer asks for how many deliveries. Pure.</summary>
internal static class PullPlan
{
    /// <summary>A lane is asked for so many before a second one is asked at the same time: a step of a lane costs much the same for one as for many.</summary>
    public const int Together = 32;

    /// <summary>Shares free starts among actions by urgency, and those of an action among as few of its lanes as can give them: the nearest band first; of equals those on its own silo, whose claims and reports cross no network, and then always in the same order.</summary>
    /// <param name="actions">All actions of the dialer that may use its trunk now.</param>
    /// <param name="starts">Free lines or starts, whichever is less; negative counts as none.</param>
    /// <param name="balance">What was remembered last time.</param>
    /// <param name="first">Which lane comes first of equals. Each dialer has its own, so that they do not all ask the same one.</param>
    /// <param name="now">Monotonic ticks.</param>
    public static (List<LanePull> Pulls, StartBalance Balance) Of(
        IEnumerable<DialerAction> actions,
        int starts,
        StartBalance balance,
        int first,
        long now
    )
    {
        var pulls = new List<LanePull>();
        if (starts <= 0)
        {
            return (pulls, balance);
        }

        var there = actions.Where(action => action.Wanted).Select(action => (Action: action, Lanes: Askable(action, now, first))).ToArray();
        var demand = Array.ConvertAll(there, item => item.Action.Demand(item.Lanes, starts));
        var (shares, after) = Allocation.Share(demand, starts, balance);
        for (var i = 0; i < there.Length; i++)
        {
            var (action, lanes) = there[i];
            var parts = Parts(lanes, shares[i]);
            for (var lane = 0; lane < parts.Length; lane++)
            {
                if (parts[lane] > 0)
                {
                    pulls.Add(new LanePull(action, lanes[lane], parts[lane]));
                }
            }
        }

        return (pulls, after);
    }

    /// <summary>What each lane is asked for: the first ones all they have, up to <see cref="Together"/>, and only what then is left more.</summary>
    private static int[] Parts(DialerLane[] lanes, int starts)
    {
        if (starts == 0)
        {
            return [];
        }

        var parts = new int[lanes.Length];
        var left = starts;
        for (var lane = 0; lane < lanes.Length && left > 0; lane++)
        {
            parts[lane] = Math.Min(Math.Min(lanes[lane].Due, Together), left);
            left -= parts[lane];
        }

        var more = left == 0 ? [] : Allocation.Share([.. lanes.Select((lane, i) => Math.Min(lane.Due - parts[i], left))], left);
        for (var lane = 0; lane < more.Length; lane++)
        {
            parts[lane] += more[lane];
        }

        return parts;
    }

    private static DialerLane[] Askable(DialerAction action, long now, int first)
    {
        if (!action.MessagesLoaded || !action.Permit.Allows(now))
        {
            return [];
        }

        var start = (int)((uint)first % (uint)action.Lanes.Length);
        return
        [
            .. action
                .Lanes.Skip(start)
                .Concat(action.Lanes.Take(start))
                .Where(lane => !lane.Pulling && lane.IdleUntil <= now)
                .OrderBy(lane => lane.BandAt(now))
                .ThenBy(lane => lane.Far),
        ];
    }
}
