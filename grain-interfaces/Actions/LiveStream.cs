namespace Burgernet.Actions;

/// <summary>The memory stream that actions tell <see cref="ActionPulse"/>s on: one stream for each control room, at most four pulses a second for each action.</summary>
/// <remarks>A hint, never the news itself: what is told may be lost, late or out of order. Who must know asks <see cref="IActionGrain.Follow"/>.</remarks>
public static class LiveStream
{
    /// <summary>Name of the stream provider, the same in every silo and client.</summary>
    public const string Provider = "live";

    /// <summary>Queues of the provider, the same in every silo and client.</summary>
    public const int Queues = 2;

    /// <summary>Namespace of the streams; the key of each is the control room's id.</summary>
    public const string Namespace = "actions";
}
