namespace Burgernet.Sip.Media;

/// <summary>Asks the system to schedule the calling thread before others, as far as it permits.</summary>
internal static unsafe class PacingPriority
{
    private const int RaisedNice = -10;

    /// <summary>Best effort: a refusal is no error.</summary>
    /// <returns>What was given.</returns>
    public static MediaPriority Ask(MediaPriority wanted)
    {
        if (!OperatingSystem.IsLinux())
        {
            return MediaPriority.Normal;
        }

        // Timers of ordinary threads may be 50 µs late by default, to wake the processor less often.
        _ = LinuxCalls.ControlThread(LinuxCalls.SetTimerSlack, 1, 0, 0, 0);
        if (wanted == MediaPriority.RealTime)
        {
            var lowest = 1;
            if (LinuxCalls.SetScheduler(0, LinuxCalls.RoundRobin, &lowest) == 0)
            {
                return MediaPriority.RealTime;
            }
        }

        return wanted != MediaPriority.Normal && LinuxCalls.SetNice(0, 0, RaisedNice) == 0 ? MediaPriority.Raised : MediaPriority.Normal;
    }
}
