namespace Burgernet.Practice;

/// <summary>What becomes of an SMS to a practice phone.</summary>
public enum PracticeSmsBehaviour
{
    /// <summary>Taken, and on the handset after a while.</summary>
    Delivered,

    /// <summary>Taken, and after a while found not to be deliverable: receipt UNDELIV.</summary>
    Undelivered,

    /// <summary>Taken; the handset is switched off until the message's validity period is over: receipt EXPIRED.</summary>
    Expired,

    /// <summary>Taken and lost: it arrives nowhere, and no receipt ever comes.</summary>
    Lost,

    /// <summary>Refused for good: invalid destination (0x0B).</summary>
    Rejected,

    /// <summary>The first submit is answered with throttled (0x58), whatever the rate; later ones are taken and delivered.</summary>
    ThrottledOnce,

    /// <summary>The first submit is answered with queue full (0x14); later ones are taken and delivered.</summary>
    QueueFullOnce,
}
