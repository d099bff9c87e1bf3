namespace Burgernet.Dialing;

/// <summary>How an attempt ended, as the gateway saw it. Values are stored; never renumber.</summary>
[GenerateSerializer]
[Alias("burgernet.call-end")]
public enum CallEnd
{
    /// <summary>Not ended yet.</summary>
    None = 0,

    /// <summary>Not sent: permission, lease or claim were no longer fresh right before the INVITE.</summary>
    Withheld = 1,

    /// <summary>Not sent: no free line or port at the gateway.</summary>
    NoCapacity = 2,

    /// <summary>The carrier or the called party refused with a final response.</summary>
    Rejected = 3,

    /// <summary>Rang until the limit.</summary>
    RingLimit = 4,

    /// <summary>Cancelled before it was answered, because the action was stopped.</summary>
    CancelledByStop = 5,

    /// <summary>Cancelled before it was answered, because the node is going down; it is dialled again.</summary>
    CancelledByDrain = 6,

    /// <summary>No response at all.</summary>
    NoResponse = 7,

    /// <summary>Answered without usable media.</summary>
    NoMedia = 8,

    /// <summary>Answered; we hung up.</summary>
    HungUpByUs = 9,

    /// <summary>Answered; the called party hung up.</summary>
    HungUpByPeer = 10,

    /// <summary>Not sent: the trunk takes no call now, because of its limits, an overload, or a rest that the carrier asked for.</summary>
    NotAdmitted = 11,

    /// <summary>The connection to the carrier could not be had, or was lost before the call was answered.</summary>
    ConnectionFailed = 12,

    /// <summary>Cancelled before it was answered, because the action was paused; it is called again when the action goes on.</summary>
    CancelledByPause = 13,

    /// <summary>A text that the carrier acknowledged.</summary>
    Accepted = 14,

    /// <summary>A text that reached the socket and was not acknowledged: never submitted again.</summary>
    Unacknowledged = 15,

    /// <summary>A text that the carrier does not take now; it is submitted again.</summary>
    RefusedForNow = 16,

    /// <summary>A text that the carrier does not take, for a reason that will not pass.</summary>
    RefusedForGood = 17,

    /// <summary>A text that the carrier does not take because the number or the address does not exist.</summary>
    NoSuchAddress = 18,
}
