using Burgernet.Actions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Streams;

namespace Burgernet.Api.Live;

/// <summary>All live views of this process. What they share (the stream, and asking) is there once for each control room, as long as somebody watches.</summary>
internal sealed class LiveDesk : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LiveRoom> _rooms = new(StringComparer.Ordinal);
    private readonly CancellationTokenRegistration _stopping;

    public LiveDesk(
        IGrainFactory grains,
        IServiceProvider services,
        IOptions<ApiOptions> options,
        LiveInstruments instruments,
        TimeProvider time,
        IHostApplicationLifetime lifetime,
        ILogger<LiveDesk> logger
    )
    {
        var streams = services.GetKeyedService<IStreamProvider>(LiveStream.Provider);
        Parts = new LiveParts(grains, streams, options.Value, instruments, time, logger);
        Stopping = lifetime.ApplicationStopping;
        _stopping = Stopping.Register(SignalAll);
    }

    /// <summary>What they are made of.</summary>
    public LiveParts Parts { get; }

    /// <summary>The process stops: live views end.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Begins to watch an action of a control room.</summary>
    public LiveWatch Watch(string controlRoom, Guid actionId)
    {
        lock (_lock)
        {
            if (!_rooms.TryGetValue(controlRoom, out var room))
            {
                _rooms[controlRoom] = room = new LiveRoom(controlRoom, Parts);
            }

            return room.Watch(actionId, () => Left(controlRoom, room));
        }
    }

    public void Dispose()
    {
        _stopping.Dispose();
        lock (_lock)
        {
            foreach (var room in _rooms.Values)
            {
                room.Dispose();
            }

            _rooms.Clear();
        }
    }

    private void Left(string controlRoom, LiveRoom room)
    {
        lock (_lock)
        {
            room.Tidy();
            if (room.IsEmpty && _rooms.Remove(controlRoom))
            {
                room.Dispose();
            }
        }
    }

    private void SignalAll()
    {
        lock (_lock)
        {
            foreach (var room in _rooms.Values)
            {
                room.SignalAll();
            }
        }
    }
}
