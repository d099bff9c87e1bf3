using Burgernet.Actions;

namespace Burgernet.Api.Live;

/// <summary>The stream of hints in an API that runs in a process of its own, outside the silo.</summary>
public static class LiveClient
{
    /// <summary>Adds it. Without it live views are seen by asking alone.</summary>
    /// <param name="client">The process's Orleans client.</param>
    public static IClientBuilder AddLiveStream(this IClientBuilder client) =>
        client.AddMemoryStreams(LiveStream.Provider, streams => streams.ConfigurePartitioning(LiveStream.Queues));
}
