using Burgernet.Participants;

namespace Burgernet.Actions;

/// <summary>What somebody told the control room about an action (waarneming).</summary>
/// <param name="Text">In their words.</param>
/// <param name="Phone">The number they may be called at, as it was typed, or null.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.tip")]
public sealed record Tip([property: Id(0)] PersonalText Text, [property: Id(1)] PersonalText? Phone);
