using Orleans.Concurrency;
using Orleans.Metadata;

namespace Burgernet.Dialing;

/// <summary>Places the calls, or submits the texts, of one carrier from one silo. Key: <c>{carrier}|{silo address with generation}</c>.</summary>
/// <remarks>Two grains promise this, one for calls and one for texts; which one a carrier has follows from its medium.</remarks>
[Alias("burgernet.IDialer")]
[DefaultGrainType("dialer")]
public interface IDialerGrain : IGrainWithStringKey
{
    /// <summary>Begins to pull work, or to again after it drained; called by the node it lives on.</summary>
    [Alias("Start")]
    Task Start();

    /// <summary>There is work: look now instead of at the next turn.</summary>
    [Alias("Wake")]
    [AlwaysInterleave]
    [OneWay]
    ValueTask Wake();

    /// <summary>Starts nothing more in these epochs of an action and cancels what rings; a permission of a later epoch starts again.</summary>
    /// <param name="actionId">The action.</param>
    /// <param name="throughEpoch">The last epoch that is over.</param>
    /// <param name="cut">Whether answered calls are hung up as well; otherwise they finish.</param>
    /// <param name="meaning">What the end of a cancelled call means: <see cref="CallEnd.CancelledByStop"/>, or <see cref="CallEnd.CancelledByPause"/> where it is called again.</param>
    [Alias("StopAction")]
    [AlwaysInterleave]
    ValueTask StopAction(Guid actionId, int throughEpoch, bool cut, CallEnd meaning = CallEnd.CancelledByStop);

    /// <summary>Calls a dispatcher's own phone with the first free line; what becomes of it is told to the action.</summary>
    /// <returns>Whether it takes it up.</returns>
    [Alias("Preview")]
    [AlwaysInterleave]
    ValueTask<bool> Preview(PreviewOrder order);

    /// <summary>The claims (nonces) of a lane that this dialer still holds, not yet reported as ended.</summary>
    /// <returns>Null where the silo that the key names is gone, and its claims with it.</returns>
    [Alias("InFlight")]
    [AlwaysInterleave]
    ValueTask<Guid[]?> InFlight(Guid actionId, int lane);

    /// <summary>Takes no more work, cancels what rings, and returns when all calls have ended and are stored, or the time is up.</summary>
    [Alias("Drain")]
    [AlwaysInterleave]
    [ResponseTimeout("00:11:00")]
    Task Drain(TimeSpan grace);
}
