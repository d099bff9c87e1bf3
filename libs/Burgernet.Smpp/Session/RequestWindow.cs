namespace Burgernet.Smpp.Session;

/// <summary>Requests of ours on one connection: those that wait for their turn, and those that were sent and not answered. Used under the connection's lock, but for <see cref="Return"/>.</summary>
internal sealed class RequestWindow
{
    private const uint LastSequence = 0x7FFF_FFFF;

    private readonly int _size;
    private readonly int _mostWaiting;
    private readonly PendingRequest?[] _sent;
    private readonly Queue<PendingRequest> _waiting = new();
    private readonly Queue<(PendingRequest Request, int Generation)> _byAge = new();
    private readonly Lock _freeLock = new();
    private readonly Stack<PendingRequest> _free = new();
    private uint _sequence;

    /// <summary>An empty one.</summary>
    /// <param name="size">Most that are sent and not answered.</param>
    /// <param name="mostWaiting">Most that wait.</param>
    public RequestWindow(int size, int mostWaiting)
    {
        _size = size;
        _mostWaiting = mostWaiting;

        // A sequence number's place is its lowest bits. One whose place is still taken is passed over, which is rare at this size.
        _sent = new PendingRequest?[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)size * 4)];
    }

    /// <summary>Sent and not answered.</summary>
    public int InFlight { get; private set; }

    /// <summary>Waiting for their turn.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>The one whose turn is next, or null.</summary>
    public PendingRequest? Next => _waiting.TryPeek(out var request) ? request : null;

    public bool IsFull => InFlight >= _size;

    public bool IsQueueFull => _waiting.Count >= _mostWaiting;

    /// <summary>One to be filled.</summary>
    public PendingRequest Rent()
    {
        lock (_freeLock)
        {
            return _free.TryPop(out var request) ? request : new PendingRequest(this);
        }
    }

    /// <summary>Takes it back.</summary>
    public void Return(PendingRequest request)
    {
        lock (_freeLock)
        {
            _free.Push(request);
        }
    }

    public void Enqueue(PendingRequest request) => _waiting.Enqueue(request);

    /// <summary>The next that waits, or null.</summary>
    public PendingRequest? Dequeue() => _waiting.TryDequeue(out var request) ? request : null;

    /// <summary>A sequence number for what is not kept here.</summary>
    public uint NextSequence()
    {
        do
        {
            _sequence = _sequence >= LastSequence ? 1 : _sequence + 1;
        } while (_sent[Place(_sequence)] is not null);
        return _sequence;
    }

    /// <summary>Takes note of one that is sent.</summary>
    public void Send(PendingRequest request, long position, long now)
    {
        request.Position = position;
        request.SentAt = now;
        _sent[Place(request.Sequence)] = request;
        _byAge.Enqueue((request, request.Generation));
        InFlight++;
    }

    /// <summary>Finds the request that a response names, and forgets it.</summary>
    public PendingRequest? Answer(uint sequence)
    {
        var request = _sent[Place(sequence)];
        if (request is null || request.Sequence != sequence)
        {
            return null;
        }

        Forget(request);
        return request;
    }

    /// <summary>Finds one that was sent before a time and has no answer, and forgets it; null where there is none.</summary>
    public PendingRequest? TakeSentBefore(long time)
    {
        while (_byAge.TryPeek(out var oldest))
        {
            if (!IsCurrent(oldest.Request, oldest.Generation))
            {
                _byAge.Dequeue();
                continue;
            }

            if (oldest.Request.SentAt >= time)
            {
                return null;
            }

            _byAge.Dequeue();
            Forget(oldest.Request);
            return oldest.Request;
        }

        return null;
    }

    private static bool IsCurrent(PendingRequest request, int generation) => request.IsOpen && request.Generation == generation;

    private int Place(uint sequence) => (int)(sequence & (uint)(_sent.Length - 1));

    private void Forget(PendingRequest request)
    {
        _sent[Place(request.Sequence)] = null;
        InFlight--;

        // Settled ones at the head go now, or the queue would grow with each request.
        while (_byAge.TryPeek(out var oldest) && (oldest.Request == request || !IsCurrent(oldest.Request, oldest.Generation)))
        {
            _byAge.Dequeue();
        }
    }
}
