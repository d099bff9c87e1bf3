namespace Burgernet.Sip.Media;

/// <summary>How the threads that send audio are scheduled among everything else on the machine (Linux; elsewhere nothing is asked for).</summary>
/// <remarks>What the system does not permit is left out without an error: the meter <c>rtp.pacing.priority</c> shows what was given (0, 1 or 2).</remarks>
public enum MediaPriority
{
    /// <summary>As any other thread.</summary>
    Normal,

    /// <summary>Before other threads: nice -10. Needs CAP_SYS_NICE, or a limit RLIMIT_NICE of 30 (<c>LimitNICE=-10</c> in a systemd unit).</summary>
    Raised,

    /// <summary>
    /// Before everything that is not real time: SCHED_RR at priority 1. Needs CAP_SYS_NICE, or a limit RLIMIT_RTPRIO of 1
    /// (<c>LimitRTPRIO=1</c>). For machines with a core to spare for each of these threads; where it is not permitted, <see cref="Raised"/> is tried.
    /// </summary>
    RealTime,
}
