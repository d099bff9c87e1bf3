using Orleans.Concurrency;

namespace Burgernet.Dialing;

/// <summary>Places the calls of one carrier from one silo. Key: <c>{carrier}|{silo address with generation}</c>.</summary>
[Alias("burgernet.IDialer")]
public interface IDialerGrain : IGrainWithStringKey
{
    /// <summary>Begins to pull work; called by the node it lives on.</summary>
    [Alias("Start")]
    Task Start();

    /// <summary>There is work: look now instead of at the next turn.</summary>
    [Alias("Wake")]
    [AlwaysInterleave]
    [OneWay]
    ValueTask Wake();

    /// <summary>Starts nothing more for an action and cancels what rings; answered calls finish.</summary>
    [Alias("StopAction")]
    [AlwaysInterleave]
    ValueTask StopAction(Guid actionId);

    /// <summary>The claims (nonces) of a lane that this dialer still holds, not yet reported as ended.</summary>
    [Alias("InFlight")]
    [AlwaysInterleave]
    ValueTask<Guid[]> InFlight(Guid actionId, int lane);

    /// <summary>Takes no more work, cancels what rings, and returns when all calls have ended and are stored, or the time is up.</summary>
    [Alias("Drain")]
    [AlwaysInterleave]
    Task Drain(TimeSpan grace);
}
