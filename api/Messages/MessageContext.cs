using Burgernet.Actions;

namespace Burgernet.Api.Messages;

/// <summary>What a message is for.</summary>
/// <param name="Kind">The kind of its action: its sentences stand around a text.</param>
/// <param name="ControlRoom">Whose action it is.</param>
/// <param name="Practice">Whether the action is practice; null where that is not known yet.</param>
internal sealed record MessageContext(ActionKind Kind, string ControlRoom, bool? Practice);
