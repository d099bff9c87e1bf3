namespace Burgernet.Dialing;

/// <summary>What a lane hands a dialer.</summary>
/// <param name="Orders">Claimed attempts, to be placed now.</param>
/// <param name="Due">Deliveries that could be pulled next, within the released bands.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.pull-reply")]
public sealed record PullReply([property: Id(0)] CallOrder[] Orders, [property: Id(1)] int Due);
