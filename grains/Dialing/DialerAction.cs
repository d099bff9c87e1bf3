using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>An action as a dialer sees it.</summary>
internal sealed class DialerAction(CarrierWork work)
{
    public Guid ActionId => work.ActionId;

    public Urgency Urgency => work.Urgency;

    public bool Practice => work.Practice;

    /// <summary>The carriers that it prefers to this one.</summary>
    public string[] Before => work.Before;

    public DialerLane[] Lanes { get; } = [.. Enumerable.Range(0, work.Lanes).Select(lane => new DialerLane(work.ActionId, lane))];

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

    /// <summary>What it could do with free lines.</summary>
    /// <param name="askable">Its lanes that may be asked now.</param>
    /// <param name="most">More than so many does not matter.</param>
    public StartDemand Demand(DialerLane[] askable, int most) =>
        new(work.ActionId, work.Urgency, (int)Math.Min(most, askable.Sum(lane => (long)lane.Due)));

    public int CallCount => Lanes.Sum(lane => lane.CallCount);
}
