using Burgernet.Dialing;
using Orleans.Runtime.Placement;

namespace Burgernet.Grains.Dialing;

/// <summary>Deals the lanes of an action out to the silos in turn, each action beginning at another: every dialer then has as many near it as any other.
/// By the hash of each lane's key, as Orleans does it, some silos have twice the lanes of others, and dialers without one have to ask far ones.</summary>
/// <remarks>It stands in for the director of <see cref="HashBasedPlacement"/>, which lanes alone are placed by: nodes of releases before know that name, and place in their own way.</remarks>
internal sealed class LanePlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        return Task.FromResult(
            IPlacementDirector.GetPlacementHint(target.RequestContextData, silos) ?? Deal(target.GrainIdentity.Key.ToString()!, silos)
        );
    }

    /// <summary>The silo of a lane.</summary>
    /// <param name="key">The lane's.</param>
    /// <param name="silos">One or more, in any order.</param>
    public static SiloAddress Deal(string key, IReadOnlyCollection<SiloAddress> silos)
    {
        var (action, lane) = LaneKey.Parse(key);
        var sorted = silos.Order().ToArray();
        var first = (uint)LaneKey.LaneOf(action, sorted.Length);
        return sorted[(first + (uint)lane) % (uint)sorted.Length];
    }
}
