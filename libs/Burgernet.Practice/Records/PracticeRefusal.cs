namespace Burgernet.Practice;

/// <summary>Why the carrier itself, not a phone, refused a call or took it down.</summary>
public enum PracticeRefusal
{
    /// <summary>All channels in use: 503.</summary>
    ChannelsFull,

    /// <summary>Too many calls in one second: 503 with Retry-After 1.</summary>
    TooFast,

    /// <summary>Not a number of the practice block: 404. Nothing should ever dial one here: a violation.</summary>
    NotPracticeNumber,

    /// <summary>The carrier is stopping: 503.</summary>
    Stopping,

    /// <summary>The carrier was told to turn every call away: 503 (<see cref="PracticeCarrier.TurnsAway"/>).</summary>
    OutOfService,

    /// <summary>It rang longer than <see cref="PracticeCarrierOptions.LongestRing"/>: 480.</summary>
    RangTooLong,

    /// <summary>No RTP for <see cref="PracticeCarrierOptions.SilenceLimit"/>: hung up.</summary>
    Silence,

    /// <summary>Our 200 was never acknowledged (RFC 3261 §13.3.1.4).</summary>
    NotAcknowledged,
}
