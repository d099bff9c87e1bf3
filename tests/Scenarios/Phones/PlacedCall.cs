using Burgernet.Dialing;
using Burgernet.Grains.Dialing;

namespace Burgernet.Tests.Scenarios.Phones;

/// <summary>What the carrier knows of one call.</summary>
internal sealed class PlacedCall(VoiceCall call, string carrier, int order, long at)
{
    /// <summary>The carrier it came over.</summary>
    public string Carrier => carrier;

    public VoiceCall Call => call;

    public Guid ActionId => call.ActionId;

    public Guid Person => call.Order.ParticipantId;

    public int Message => call.Order.Message;

    public int Band => call.Order.Band;

    public int Attempt => call.Order.Attempt;

    /// <summary>Its place among all calls.</summary>
    public int Order => order;

    /// <summary>Timestamp at which its INVITE left.</summary>
    public long At => at;

    /// <summary>Whether the carrier turned it away (503).</summary>
    public bool TurnedAway { get; set; }

    public bool Answered { get; set; }

    public bool Over { get; set; }

    /// <summary>Timestamp at which it was over; of a call that nobody ended, when its phone cannot ring any more.</summary>
    public long OverAt { get; set; } = at + (long)(call.RingLimit.TotalSeconds * TimeProvider.System.TimestampFrequency);

    public CallEnd End { get; set; }

    public override string ToString() => $"#{order} attempt {Attempt} to {Person} in band {Band}: {(Over ? End.ToString() : "live")}";
}
