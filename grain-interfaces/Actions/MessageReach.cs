using Burgernet.Participants;

namespace Burgernet.Actions;

/// <summary>By what a message reaches people, within what each of them chose at the place where they were found.</summary>
/// <param name="AtOnce">Everyone gets it by each of these that they chose.</param>
/// <param name="Instead">Whoever chose none of those gets it by these; and so does whoever was not reached by phone once all tries are used up.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.message-reach")]
public readonly record struct MessageReach([property: Id(0)] ContactChannels AtOnce, [property: Id(1)] ContactChannels Instead)
{
    /// <summary>By phone: what was before there was anything else.</summary>
    public static MessageReach Voice { get; } = new(ContactChannels.Voice, ContactChannels.None);

    /// <summary>All that it may go by.</summary>
    public ContactChannels Any => AtOnce | Instead;

    /// <summary>What a dispatcher said.</summary>
    /// <param name="media">The media, at least one.</param>
    /// <param name="smsInstead">Whether an SMS goes instead of a call that reached nobody; means nothing where nobody is called.</param>
    public static MessageReach Of(IEnumerable<Medium> media, bool smsInstead)
    {
        ArgumentNullException.ThrowIfNull(media);
        var atOnce = media.Aggregate(ContactChannels.None, (all, medium) => all | ChannelOf(medium));
        var instead =
            smsInstead && (atOnce & ContactChannels.Voice) != ContactChannels.None ? ContactChannels.Sms & ~atOnce : ContactChannels.None;
        return new MessageReach(atOnce, instead);
    }

    /// <summary>By what somebody gets it at once.</summary>
    /// <param name="chosen">What they chose at the place where they were found.</param>
    public ContactChannels For(ContactChannels chosen) =>
        (AtOnce & chosen) is var first && first != ContactChannels.None ? first : Instead & chosen;

    /// <summary>By what somebody gets it once a call to them reached nobody.</summary>
    /// <param name="chosen">What they chose at the place where they were found.</param>
    public ContactChannels AfterCall(ContactChannels chosen) => Instead & chosen;

    /// <summary>The choice of a participant that stands for a medium.</summary>
    public static ContactChannels ChannelOf(Medium medium) =>
        medium switch
        {
            Medium.Sms => ContactChannels.Sms,
            Medium.Email => ContactChannels.Email,
            _ => ContactChannels.Voice,
        };
}
