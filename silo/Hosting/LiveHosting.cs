using Burgernet.Actions;

namespace Burgernet.Silo.Hosting;

/// <summary>The memory stream of the live view in a silo. What is in it is lost with the silo, and may be: see <see cref="LiveStream"/>.</summary>
internal static class LiveHosting
{
    /// <summary>Where Orleans keeps who listens to which stream, by the name that it looks for.</summary>
    private const string Listeners = "PubSubStore";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Adds it.</summary>
    public static ISiloBuilder AddLiveStreams(this ISiloBuilder silo) =>
        silo.AddMemoryGrainStorage(Listeners)
            .AddMemoryStreams(
                LiveStream.Provider,
                streams =>
                {
                    streams.ConfigurePartitioning(LiveStream.Queues);
                    streams.ConfigurePullingAgent(agent => agent.Configure(options => options.GetQueueMsgsTimerPeriod = Look));
                }
            );
}
