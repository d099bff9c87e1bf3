namespace Burgernet.Grains.Dialing;

/// <summary>The types of a lane's entries. Stored; never rename.</summary>
public static class LaneLogType
{
    /// <summary>Participants came in.</summary>
    public const string Selected = "selected";

    /// <summary>An attempt was claimed by a dialer.</summary>
    public const string Claimed = "claimed";

    /// <summary>An attempt was answered.</summary>
    public const string Answered = "answered";

    /// <summary>An attempt ended; with the delivery's result where that is now known.</summary>
    public const string Ended = "ended";

    /// <summary>A delivery got its result without an attempt ending.</summary>
    public const string Settled = "settled";

    /// <summary>A participant called back and got the message so.</summary>
    public const string CalledBack = "called-back";
}
