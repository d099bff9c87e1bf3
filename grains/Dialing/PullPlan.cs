namespace Burgernet.Grains.Dialing;

/// <summary>Which lanes a dialer asks for how many deliveries. Pure.</summary>
internal static class PullPlan
{
    /// <summary>Shares free starts among actions by urgency, and those of an action among its lanes as evenly as their deliveries allow.</summary>
    /// <param name="actions">All actions of the dialer that may use its trunk now.</param>
    /// <param name="starts">Free lines or starts, whichever is less; negative counts as none.</param>
    /// <param name="balance">What was remembered last time.</param>
    /// <param name="turn">Rises by one each time: which lane comes first.</param>
    /// <param name="now">Monotonic ticks.</param>
    public static (List<LanePull> Pulls, StartBalance Balance) Of(
        IEnumerable<DialerAction> actions,
        int starts,
        StartBalance balance,
        int turn,
        long now
    )
    {
        var pulls = new List<LanePull>();
        if (starts <= 0)
        {
            return (pulls, balance);
        }

        var there = actions.Where(action => action.Wanted).Select(action => (Action: action, Lanes: Askable(action, now, turn))).ToArray();
        var demand = Array.ConvertAll(there, item => item.Action.Demand(item.Lanes, starts));
        var (shares, after) = Allocation.Share(demand, starts, balance);
        for (var i = 0; i < there.Length; i++)
        {
            var (action, lanes) = there[i];
            var parts = shares[i] == 0 ? [] : Allocation.Share(Array.ConvertAll(lanes, lane => Math.Min(lane.Due, starts)), shares[i]);
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

    private static DialerLane[] Askable(DialerAction action, long now, int turn)
    {
        if (!action.MessagesLoaded || !action.Permit.Allows(now))
        {
            return [];
        }

        var first = (uint)turn % (uint)action.Lanes.Length;
        return
        [
            .. action.Lanes.Skip((int)first).Concat(action.Lanes.Take((int)first)).Where(lane => !lane.Pulling && lane.IdleUntil <= now),
        ];
    }
}
