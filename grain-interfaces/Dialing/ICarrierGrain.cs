using Orleans.Concurrency;

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
    /// <param name="prefixes">Of them, how many to numbers of each limited prefix; none for 0. With the starts of each, and of all (the empty prefix).</param>
    /// <remarks>An answer that takes longer than two seconds is not waited for: a lease is good for five, and a message may be lost while a silo goes.</remarks>
    [Alias("Lease")]
    [ResponseTimeout("00:00:02")]
    Task<CarrierLease> Lease(string dialer, int callsUnderWay, PrefixCount[] prefixes);

    /// <summary>A node asks for lines for those who call in, again every second while they hold some.</summary>
    /// <param name="node">The node's incarnation.</param>
    /// <param name="held">Lines that its callers hold.</param>
    /// <param name="wanted">Lines that they would hold; none to give all back.</param>
    /// <returns>How many they may hold; never fewer than they do.</returns>
    [Alias("LeaseForCallers")]
    Task<int> LeaseForCallers(string node, int held, int wanted);

    /// <summary>Hands a call to a dispatcher's own phone to one of the dialers, whose lease it stays within.</summary>
    /// <returns>Whether a dialer took it up.</returns>
    [Alias("Preview")]
    Task<bool> Preview(PreviewOrder order);

    /// <summary>What it has, and who wants it now.</summary>
    [Alias("Load")]
    Task<CarrierLoad> Load();

    /// <summary>Who holds which share, and what is charged to whom.</summary>
    [Alias("ShowLeases")]
    [AlwaysInterleave]
    Task<CarrierLeases> ShowLeases();

    /// <summary>A dialer goes: its share is free.</summary>
    [Alias("Release")]
    Task Release(string dialer);

    /// <summary>Tells every dialer to start nothing more in these epochs of an action and to cancel what rings; returns when all have. The action registers again when
    /// it goes on.</summary>
    /// <param name="actionId">The action.</param>
    /// <param name="throughEpoch">The last epoch that is over.</param>
    /// <param name="cut">Whether answered calls are hung up as well; otherwise they finish.</param>
    /// <param name="meaning">What the end of a cancelled call means: <see cref="CallEnd.CancelledByStop"/>, or <see cref="CallEnd.CancelledByPause"/> where it is called again.</param>
    [Alias("StopAction")]
    [AlwaysInterleave]
    Task StopAction(Guid actionId, int throughEpoch, bool cut, CallEnd meaning = CallEnd.CancelledByStop);
}
