using Burgernet.Sip.Threading;

namespace Burgernet.Sip.Media;

/// <summary>One thread with a wheel of slots of 1 ms: each leg sends in its slot, every packet time, by deadlines that do not drift.</summary>
internal sealed class Pacer : IDisposable
{
    /// <summary>More than the longest packet time, so that a leg's next turn is never this one's slot; a power of two.</summary>
    private const int SlotCount = 128;

    private readonly MediaPlane _plane;
    private readonly BoundedQueue<RtpLeg> _added;
    private readonly LegQueue[] _slots = new LegQueue[SlotCount];
    private readonly PacingClock _clock;
    private readonly MediaPriority _wanted;
    private readonly Thread _thread;
    private long _tick;
    private int _count;
    private volatile bool _isStopping;
    private volatile bool _isIdle;

    public Pacer(MediaPlane plane, TimeProvider time, int capacity, MediaPriority priority, string name)
    {
        _plane = plane;
        _clock = new PacingClock(time);
        _added = new BoundedQueue<RtpLeg>(capacity);
        _wanted = priority;
        _thread = new Thread(Run) { IsBackground = true, Name = name };
    }

    public MediaScratch Scratch { get; } = new();

    /// <summary>What the system gave, once the thread runs.</summary>
    public MediaPriority Priority { get; private set; }

    public void Start() => _thread.Start();

    public void Add(RtpLeg leg)
    {
        // The queue holds every leg there is: it never fills.
        _added.TryEnqueue(leg);
        Interlocked.MemoryBarrier();

        // A thread that paces wakes by itself; two switches a call are saved.
        if (_isIdle)
        {
            _clock.Wake();
        }
    }

    public void Dispose()
    {
        _isStopping = true;
        _clock.Wake();
        if (_thread.IsAlive && Thread.CurrentThread != _thread)
        {
            _thread.Join();
        }

        _clock.Dispose();
    }

    /// <summary>Runs all slots that are due.</summary>
    /// <param name="now">The clock, in ms.</param>
    /// <returns>The moment of the next turn, or -1 when there is nothing to pace.</returns>
    public long RunDue(long now)
    {
        if (_count == 0)
        {
            _tick = now;
        }

        TakeAdded();
        if (_count == 0)
        {
            return -1;
        }

        if (now - _tick >= PacketTime.Usual)
        {
            // Each leg sends one packet now, not all that it missed.
            Scratch.Counts.Stalls++;
        }

        // Once around the wheel, and every leg's next turn is in the future.
        for (var last = Math.Min(now, _tick + SlotCount - 1); _tick <= last; _tick++)
        {
            RunSlot(ref _slots[_tick % SlotCount], now);
        }

        _tick = now + 1;
        if (_count == 0)
        {
            return -1;
        }

        // Empty slots need no waking.
        var next = _tick;
        while (next < _tick + SlotCount && _slots[next % SlotCount].Count == 0)
        {
            next++;
        }

        return next;
    }

    private void Run()
    {
        Priority = PacingPriority.Ask(_wanted);
        while (!_isStopping)
        {
            var next = RunDue(_clock.Now);
            if (next < 0)
            {
                _isIdle = true;
                Interlocked.MemoryBarrier();
                next = RunDue(_clock.Now);
            }

            if (!_isStopping)
            {
                Sleep(next);
            }

            _isIdle = false;
        }
    }

    private void Sleep(long next)
    {
        if (next < 0)
        {
            _clock.Sleep();
        }
        else if (next > _clock.Now)
        {
            // Whoever is added while the thread sleeps should not wait for long.
            _clock.SleepUntil(Math.Min(next, _tick + PacketTime.Usual));
        }
    }

    private void TakeAdded()
    {
        while (_added.TryDequeue(out var leg))
        {
            // Beginning with the next tick, so that a lone call starts at once.
            var least = _tick + 1;
            for (var tick = least + 1; tick <= _tick + PacketTime.Usual; tick++)
            {
                if (_slots[tick % SlotCount].Count < _slots[least % SlotCount].Count)
                {
                    least = tick;
                }
            }

            leg.Due = least;
            _slots[least % SlotCount].Add(leg);
            _count++;
        }
    }

    private void RunSlot(ref LegQueue slot, long now)
    {
        for (var left = slot.Count; left > 0; left--)
        {
            var leg = slot.Take();
            if (leg.Due > _tick)
            {
                // Its turn comes a round of the wheel later: it ran already, after a stall.
                slot.Add(leg);
                continue;
            }

            var wait = leg.Tick(leg.Due, now, Scratch);
            if (wait == 0)
            {
                _count--;
                _plane.GiveBack(leg);
                continue;
            }

            leg.Due += wait;
            _slots[leg.Due % SlotCount].Add(leg);
        }
    }
}
