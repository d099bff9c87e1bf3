using System.Threading.Channels;
using Burgernet.Actions;

namespace Burgernet.Api.Live;

/// <summary>One who watches an action. However slow they are, nothing piles up for them: there is one mark that something is new, and they look what it is.</summary>
internal sealed class LiveWatch : IDisposable
{
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );

    private readonly LiveTopic _topic;
    private readonly TimeProvider _time;
    private readonly Action _left;
    private Task<bool>? _waiting;

    public LiveWatch(LiveTopic topic, TimeProvider time, Action left)
    {
        (_topic, _time, _left) = (topic, time, left);
        topic.Add(this);
    }

    /// <summary>How the action stands, as far as is known.</summary>
    public ActionPulse? Latest => _topic.Latest;

    /// <summary>What they found out by asking, for the others.</summary>
    public void Tell(ActionPulse pulse) => _topic.Take(pulse, answer: true);

    /// <summary>Something is new.</summary>
    public void Signal() => _news.Writer.TryWrite(true);

    /// <summary>Waits until something is new.</summary>
    /// <returns>False where nothing was for so long.</returns>
    public async Task<bool> Wait(TimeSpan most, CancellationToken cancellationToken)
    {
        // Kept when the time is over: a new one each time would pile up in the channel.
        _waiting ??= _news.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
        try
        {
            await _waiting.WaitAsync(most, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return false;
        }

        _waiting = null;
        _news.Reader.TryRead(out _);
        return true;
    }

    public void Dispose()
    {
        _topic.Remove(this);
        _left();
        _news.Writer.TryComplete();
    }
}
