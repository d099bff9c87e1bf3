namespace Burgernet.Grains.Dialing;

/// <summary>How a carrier's capacity is shared. Pure.</summary>
public static class Allocation
{
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
}
