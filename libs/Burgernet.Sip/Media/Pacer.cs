using Burgernet.Sip.Threading;

namespace Burgernet.Sip.Media;

/// <summary>One thread, 20 slots of 1 ms: each leg sends in its slot, every 20 ms, by deadlines that do not drift.</summary>
internal sealed class Pacer : IDisposable
{
    public const int SlotCount = 20;

    private readonly MediaPlane _plane;
    private readonly TimeProvider _time;
    private readonly BoundedQueue<RtpLeg> _added;
    private readonly List<RtpLeg>[] _slots = new List<RtpLeg>[SlotCount];
    private readonly AutoResetEvent _wake = new(initialState: false);
    private readonly byte[] _buffer = new byte[2_048];
    private readonly Thread _thread;
    private readonly long _origin;
    private long _tick;
    private int _count;
    private volatile bool _isStopping;
    private volatile bool _isIdle;

    public Pacer(MediaPlane plane, TimeProvider time, int capacity)
    {
        _plane = plane;
        _time = time;
        _origin = time.GetTimestamp();
        _added = new BoundedQueue<RtpLeg>(capacity);
        for (var i = 0; i < SlotCount; i++)
        {
            _slots[i] = [];
        }

        _thread = new Thread(Run)
        {
            IsBackground = true,
            Name = "sip-media",
            Priority = ThreadPriority.AboveNormal,
        };
    }

    public void Start() => _thread.Start();

    public void Add(RtpLeg leg)
    {
        // The queue holds every leg there is: it never fills.
        _added.TryEnqueue(leg);
        Interlocked.MemoryBarrier();

        // A thread that paces wakes by itself; two switches a call are saved.
        if (_isIdle)
        {
            _wake.Set();
        }
    }

    public void Dispose()
    {
        _isStopping = true;
        _wake.Set();
        if (_thread.IsAlive && Thread.CurrentThread != _thread)
        {
            _thread.Join();
        }

        _wake.Dispose();
    }

    /// <summary>Runs all slots that are due; returns how long to wait for the next one in ms, or -1 when there is nothing to pace.</summary>
    public int RunDue()
    {
        TakeAdded();
        var due = (long)_time.GetElapsedTime(_origin).TotalMilliseconds;
        if (_count == 0)
        {
            _tick = due + 1;
            return -1;
        }

        var behind = due - _tick;
        if (behind >= SlotCount)
        {
            // A stall: whole rounds are skipped, so each leg sends one packet now, not all it missed.
            _plane.Meters.Stalls++;
            _tick += behind / SlotCount * SlotCount;
        }

        for (; _tick <= due; _tick++)
        {
            RunSlot(_slots[_tick % SlotCount], (_tick / SlotCount) + 1);
        }

        // Empty slots need no waking.
        var next = _tick;
        while (next < _tick + SlotCount && _slots[next % SlotCount].Count == 0)
        {
            next++;
        }

        var wait = next - _time.GetElapsedTime(_origin).TotalMilliseconds;
        return wait <= 0 ? 0 : (int)Math.Ceiling(wait);
    }

    private void Run()
    {
        while (!_isStopping)
        {
            var wait = RunDue();
            if (wait < 0)
            {
                _isIdle = true;
                Interlocked.MemoryBarrier();
                wait = RunDue();
            }

            if (wait != 0 && !_isStopping)
            {
                _wake.WaitOne(wait);
            }

            _isIdle = false;
        }
    }

    private void TakeAdded()
    {
        while (_added.TryDequeue(out var leg))
        {
            // Beginning with the next tick, so that a lone call starts at once.
            var least = _slots[(_tick + 1) % SlotCount];
            for (var i = 2; i <= SlotCount; i++)
            {
                var slot = _slots[(_tick + i) % SlotCount];
                least = slot.Count < least.Count ? slot : least;
            }

            least.Add(leg);
            _count++;
        }
    }

    private void RunSlot(List<RtpLeg> slot, long round)
    {
        for (var i = slot.Count - 1; i >= 0; i--)
        {
            var leg = slot[i];
            if (!leg.Tick(round, _buffer))
            {
                slot[i] = slot[^1];
                slot.RemoveAt(slot.Count - 1);
                _count--;
                _plane.GiveBack(leg);
            }
        }
    }
}
