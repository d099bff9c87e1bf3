using Burgernet.Actions;

namespace Burgernet.CallBacks;

/// <summary>What an action has to say now to somebody who calls back.</summary>
/// <param name="Number">The message's number in the action, from 1.</param>
/// <param name="Spoken">The message, in the caller's language where there is one.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.call-back-message")]
public sealed record CallBackMessage([property: Id(0)] int Number, [property: Id(1)] SpokenMessage Spoken);
