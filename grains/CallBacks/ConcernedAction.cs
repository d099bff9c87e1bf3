using Burgernet.Participants;

namespace Burgernet.Grains.CallBacks;

/// <summary>An action that concerned somebody who calls back.</summary>
/// <param name="ParticipantId">Who.</param>
/// <param name="Language">The language that they want now.</param>
/// <param name="ActionId">The action.</param>
/// <param name="ControlRoom">Whose it is.</param>
public sealed record ConcernedAction(Guid ParticipantId, Language Language, Guid ActionId, string ControlRoom);
