using Burgernet.Actions;
using Orleans.Streams;

namespace Burgernet.Api.Live;

/// <summary>The actions of one control room that are watched from this process: listens to the stream's hints, and asks each of them again and again.</summary>
internal sealed class LiveRoom : IDisposable
{
    /// <summary>So many times in a row that asking was faster than the stream, and the stream is taken for dead: its silo may be.</summary>
    private const int MostMisses = 3;

    private readonly string _controlRoom;
    private readonly LiveParts _parts;
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, LiveTopic> _topics = [];
    private readonly CancellationTokenSource _ended = new();
    private StreamSubscriptionHandle<ActionPulse>? _subscription;
    private int _misses;

    public LiveRoom(string controlRoom, LiveParts parts)
    {
        (_controlRoom, _parts) = (controlRoom, parts);
        _ = Task.Run(Run);
    }

    /// <summary>Whether nobody watches anything here.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _topics.Count == 0;
            }
        }
    }

    /// <summary>Begins to watch an action.</summary>
    /// <param name="actionId">The action; the caller has seen that it is this control room's own.</param>
    /// <param name="left">Is called when they leave.</param>
    public LiveWatch Watch(Guid actionId, Action left)
    {
        lock (_lock)
        {
            if (!_topics.TryGetValue(actionId, out var topic))
            {
                _topics[actionId] = topic = new LiveTopic(actionId);
            }

            return new LiveWatch(topic, _parts.Time, left);
        }
    }

    /// <summary>Forgets the actions that nobody watches any more.</summary>
    public void Tidy()
    {
        lock (_lock)
        {
            foreach (var topic in _topics.Values.Where(topic => topic.IsEmpty).ToList())
            {
                _topics.Remove(topic.ActionId);
            }
        }
    }

    /// <summary>Lets everybody look.</summary>
    public void SignalAll()
    {
        foreach (var topic in Topics())
        {
            topic.Signal();
        }
    }

    public void Dispose()
    {
        _ended.Cancel();
        _ended.Dispose();
    }

    private List<LiveTopic> Topics()
    {
        lock (_lock)
        {
            return [.. _topics.Values];
        }
    }

    private async Task Run()
    {
        var ended = _ended.Token;
        await Listen();
        while (!ended.IsCancellationRequested)
        {
            await Task.WhenAll(Topics().Select(Ask));
            if (Volatile.Read(ref _misses) >= MostMisses)
            {
                await StopListening();
                await Listen();
            }

            await Task.Delay(_parts.Options.LivePoll, _parts.Time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await StopListening();
    }

    private async Task Ask(LiveTopic topic)
    {
        try
        {
            var known = topic.Latest?.Sequence ?? 0;
            var reply = await _parts.Grains.GetGrain<IActionGrain>(topic.ActionId).Follow(_controlRoom, known, limit: 0);
            if (reply.Action is { } pulse && topic.Take(pulse, answer: true) && pulse.Sequence > known && known > 0)
            {
                Interlocked.Increment(ref _misses);
                _parts.Instruments.HintMissed();
            }
        }
        catch (Exception exception)
        {
            // Whatever the reason: it is asked again soon.
            ApiLog.NotAsked(_parts.Logger, topic.ActionId, exception);
        }
    }

    private async Task Listen()
    {
        Volatile.Write(ref _misses, 0);
        if (_parts.Streams is not { } streams)
        {
            return;
        }

        try
        {
            _subscription = await streams.GetStream<ActionPulse>(StreamId.Create(LiveStream.Namespace, _controlRoom)).SubscribeAsync(Heard);
        }
        catch (Exception exception)
        {
            // Whatever the reason: without the stream everything is seen too, a moment later.
            ApiLog.NotHeard(_parts.Logger, _controlRoom, exception);
        }
    }

    private async Task StopListening()
    {
        if (_subscription is not { } subscription)
        {
            return;
        }

        _subscription = null;
        try
        {
            await subscription.UnsubscribeAsync();
        }
        catch (Exception exception)
        {
            // Whatever the reason: a stream that finds nobody forgets them.
            ApiLog.NotHeard(_parts.Logger, _controlRoom, exception);
        }
    }

    private Task Heard(ActionPulse pulse, StreamSequenceToken? token)
    {
        Volatile.Write(ref _misses, 0);
        LiveTopic? topic;
        lock (_lock)
        {
            _topics.TryGetValue(pulse.Id, out topic);
        }

        topic?.Take(pulse, answer: false);
        return Task.CompletedTask;
    }
}
