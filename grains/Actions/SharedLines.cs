using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>How many calls leave before an action's last one, its own included, when others want the same lines. Pure.</summary>
internal static class SharedLines
{
    /// <summary>One start in so many goes to a lower rank that waits too.</summary>
    private const double OneIn = Dialing.Precedence.OneIn;

    /// <summary>Counts.</summary>
    /// <param name="own">Its own calls.</param>
    /// <param name="urgency">How much it presses.</param>
    /// <param name="others">What waits elsewhere, by urgency.</param>
    public static double Before(int own, Urgency urgency, IReadOnlyCollection<(Urgency Urgency, int Waiting)> others)
    {
        if (own == 0)
        {
            return 0;
        }

        // Whoever presses more goes first but for one start in twenty; equals take turns, so of each at most as many as of this one.
        var higher = (double)others.Where(other => other.Urgency > urgency).Sum(other => other.Waiting);
        var equal = others.Where(other => other.Urgency == urgency).Sum(other => Math.Min(other.Waiting, own));
        var ranked = Math.Min(higher, own * (OneIn - 1)) + equal + own;
        var lower = others.Where(other => other.Urgency < urgency).Sum(other => other.Waiting);
        return ranked + Math.Min(lower, ranked / (OneIn - 1));
    }
}
