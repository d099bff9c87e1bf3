using Burgernet.Participants;

namespace Burgernet.Actions;

/// <summary>What somebody told the control room about an action (waarneming).</summary>
/// <param name="Text">In their words.</param>
/// <param name="Phone">The number they may be called at, as it was typed, or null.</param>
/// <param name="Channel">How it came. What comes by text message is answered by whoever took it, not by the action.</param>
/// <param name="Urgent">Whether it is to be read first.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.tip")]
public sealed record Tip(
    [property: Id(0)] PersonalText Text,
    [property: Id(1)] PersonalText? Phone,
    [property: Id(2)] TipChannel Channel = TipChannel.Dispatcher,
    [property: Id(3)] bool Urgent = false
);
