namespace Burgernet.Dialing;

/// <summary>The cluster-wide limits of a carrier, and who may use which share now. Key: the carrier's name from configuration.</summary>
[Alias("burgernet.ICarrier")]
public interface ICarrierGrain : IGrainWithStringKey
{
    /// <summary>An action wants lines; its dialers are woken.</summary>
    [Alias("Register")]
    Task Register(CarrierWork work);

    /// <summary>An action has no deliveries left.</summary>
    [Alias("Unregister")]
    Task Unregister(Guid actionId);

    /// <summary>A dialer asks for its share, again every second.</summary>
    /// <param name="dialer">The dialer's key.</param>
    /// <param name="callsUnderWay">How many calls it holds.</param>
    /// <param name="prefixes">Of them, how many to numbers of each limited prefix; none for 0.</param>
    [Alias("Lease")]
    Task<CarrierLease> Lease(string dialer, int callsUnderWay, PrefixCount[] prefixes);

    /// <summary>What it has, and who wants it now.</summary>
    [Alias("Load")]
    Task<CarrierLoad> Load();

    /// <summary>A dialer goes: its share is free.</summary>
    [Alias("Release")]
    Task Release(string dialer);

    /// <summary>Tells every dialer to start nothing more for an action and to cancel what rings; returns when all have.</summary>
    [Alias("StopAction")]
    Task StopAction(Guid actionId);
}
