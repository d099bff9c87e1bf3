using System.Diagnostics;

namespace Burgernet.Sip.Media;

/// <summary>Milliseconds since a pacing thread was made, and sleep until one of them.</summary>
/// <remarks>On Linux to some tens of µs by clock_nanosleep; elsewhere, or on another clock than the system's, to the system's ms.</remarks>
internal sealed unsafe class PacingClock(TimeProvider time) : IDisposable
{
    private const long NanosecondsPerMillisecond = 1_000_000;

    private readonly AutoResetEvent _wake = new(initialState: false);
    private readonly long _origin = time.GetTimestamp();

    // Stopwatch counts ns of CLOCK_MONOTONIC on Linux.
    private readonly bool _isPrecise =
        OperatingSystem.IsLinux() && time == TimeProvider.System && Stopwatch.Frequency == 1_000 * NanosecondsPerMillisecond;

    public long Now => time.GetElapsedTime(_origin).Ticks / TimeSpan.TicksPerMillisecond;

    /// <summary>Sleeps until <see cref="Wake"/>.</summary>
    public void Sleep() => _wake.WaitOne();

    /// <summary>Sleeps until a moment, which is near; may return early.</summary>
    public void SleepUntil(long moment)
    {
        if (!_isPrecise)
        {
            var wait = moment - time.GetElapsedTime(_origin).TotalMilliseconds;
            _wake.WaitOne((int)Math.Clamp(Math.Ceiling(wait), 0, int.MaxValue));
            return;
        }

        var (seconds, rest) = Math.DivRem(_origin + (moment * NanosecondsPerMillisecond), 1_000 * NanosecondsPerMillisecond);
        var until = new LinuxCalls.TimeOfClock { Seconds = (nint)seconds, Nanoseconds = (nint)rest };
        _ = LinuxCalls.Sleep(LinuxCalls.Monotonic, LinuxCalls.UntilMoment, &until, remaining: null);
    }

    public void Wake() => _wake.Set();

    public void Dispose() => _wake.Dispose();
}
