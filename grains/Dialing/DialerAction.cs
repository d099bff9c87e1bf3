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

    /// <summary>Whether a phone was heard to ring, or to be answered, over this dialer.</summary>
    public bool Rang { get; set; }

    /// <summary>Whether a request for permission is under way.</summary>
    public bool Asking { get; set; }

    /// <summary>Monotonic ticks of the last request for permission.</summary>
    public long AskedAt { get; set; } = long.MinValue;

    /// <summary>Whether the call itself can be played.</summary>
    public bool MessagesLoaded { get; set; }

    /// <summary>The messages that can be played, or are being loaded, by number.</summary>
    public Dictionary<int, Task> Loading { get; } = [];

    /// <summary>Length of each message in each language, in milliseconds.</summary>
    public Dictionary<(int Message, Language Language), int> MessageMilliseconds { get; } = [];

    /// <summary>What it could do with free lines.</summary>
    /// <param name="askable">Its lanes that may be asked now.</param>
    /// <param name="most">More than so many does not matter.</param>
    public StartDemand Demand(DialerLane[] askable, int most) =>
        new(work.ActionId, work.Urgency, (int)Math.Min(most, askable.Sum(lane => (long)lane.Due)));

    public int CallCount => Lanes.Sum(lane => lane.CallCount);

    /// <summary>The action was stopped or paused: takes the permission back.</summary>
    /// <param name="throughEpoch">For all epochs up to this one; calls of later ones are none of its business.</param>
    /// <param name="cut">Whether answered calls end as well.</param>
    /// <param name="meaning">What the end of a call means that was not answered yet.</param>
    /// <returns>The calls that are to be ended.</returns>
    public List<DialedAttempt> Stop(int throughEpoch, bool cut, CallEnd meaning)
    {
        Permit.Void(throughEpoch);
        return End(call => call.Epoch <= throughEpoch && (cut || !call.Answered), meaning);
    }

    /// <summary>Its calls that are not answered and are to be ended.</summary>
    /// <param name="meaning">What their end means.</param>
    public List<DialedAttempt> EndUnanswered(CallEnd meaning) => End(call => !call.Answered, meaning);

    private List<DialedAttempt> End(Func<DialedAttempt, bool> which, CallEnd meaning)
    {
        var ending = Lanes.SelectMany(lane => lane.Calls).Where(call => !call.Ended && which(call)).ToList();
        ending.ForEach(call => call.CancelMeaning = meaning);
        return ending;
    }
}
