using Burgernet.Actions;

namespace Burgernet.Api.Live;

/// <summary>One action that somebody watches from this process: how it stands as far as is known, for all who watch it.</summary>
internal sealed class LiveTopic(Guid actionId)
{
    private readonly Lock _lock = new();
    private readonly List<LiveWatch> _watches = [];
    private ActionPulse? _latest;

    public Guid ActionId => actionId;

    /// <summary>How it stands; null until somebody told.</summary>
    public ActionPulse? Latest => Volatile.Read(ref _latest);

    /// <summary>Whether nobody watches it any more.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _watches.Count == 0;
            }
        }
    }

    public void Add(LiveWatch watch)
    {
        lock (_lock)
        {
            _watches.Add(watch);
        }
    }

    public void Remove(LiveWatch watch)
    {
        lock (_lock)
        {
            _watches.Remove(watch);
        }
    }

    /// <summary>Takes what was hinted at or answered. A hint that is older than what is known changes nothing; an answer is how it stands.</summary>
    /// <param name="pulse">How the action stands.</param>
    /// <param name="answer">Whether the action itself was asked.</param>
    /// <returns>Whether it is news.</returns>
    public bool Take(ActionPulse pulse, bool answer)
    {
        lock (_lock)
        {
            if (_latest is { } known)
            {
                var older = pulse.Sequence < known.Sequence || (!answer && pulse.Sequence == known.Sequence && pulse.At < known.At);
                if (older || pulse.SaysTheSameAs(known))
                {
                    return false;
                }
            }

            Volatile.Write(ref _latest, pulse);
        }

        Signal();
        return true;
    }

    /// <summary>Lets all who watch look.</summary>
    public void Signal()
    {
        lock (_lock)
        {
            foreach (var watch in _watches)
            {
                watch.Signal();
            }
        }
    }
}
