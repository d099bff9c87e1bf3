using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>An action as a dialer sees it.</summary>
internal sealed class DialerAction(Guid actionId, int lanes)
{
    public Guid ActionId => actionId;

    public DialerLane[] Lanes { get; } = [.. Enumerable.Range(0, lanes).Select(lane => new DialerLane(actionId, lane))];

    public ActionPermit Permit { get; } = new();

    /// <summary>Whether the carrier still names it as work.</summary>
    public bool Wanted { get; set; } = true;

    public bool Stopped { get; set; }

    /// <summary>Whether a request for permission is under way.</summary>
    public bool Asking { get; set; }

    /// <summary>Monotonic ticks of the last request for permission.</summary>
    public long AskedAt { get; set; } = long.MinValue;

    public bool MessagesLoaded { get; set; }

    /// <summary>Length of the message in each language, in milliseconds.</summary>
    public Dictionary<Language, int> MessageMilliseconds { get; } = [];

    public int CallCount => Lanes.Sum(lane => lane.CallCount);
}
