using Orleans.Runtime.Placement;

namespace Burgernet.Grains.Dialing;

/// <summary>Picks the silo that the key names. Where that is gone, anyone may say so: such a dialer finds that it is not at home, holds nothing and starts nothing.</summary>
internal sealed class DialerPlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var incarnation = DialerKey.Parse(target.GrainIdentity.Key.ToString()!).Incarnation;
        var silos = context.GetCompatibleSilos(target);
        var home = Array.Find(silos, silo => silo.ToParsableString() == incarnation);
        return Task.FromResult(home ?? (Array.Exists(silos, silo => silo.Equals(context.LocalSilo)) ? context.LocalSilo : silos[0]));
    }
}
