namespace Burgernet.Dialing;

/// <summary>What a lane hands a dialer.</summary>
/// <param name="Orders">Claimed attempts, to be placed now.</param>
/// <param name="Due">Deliveries that could be pulled next, within the released bands.</param>
/// <param name="Near">Whether it is on the dialer's own silo; false also from nodes that do not say so yet.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.pull-reply")]
public sealed record PullReply([property: Id(0)] CallOrder[] Orders, [property: Id(1)] int Due, [property: Id(2)] bool Near = false);
