namespace Burgernet.Grains.Dialing;

/// <summary>A claim that the store did not grant.</summary>
/// <param name="ParticipantId">To whom.</param>
/// <param name="Inactive">Whether the participant left or is suspended; else the action's epoch moved on or another claim stands.</param>
public sealed record RefusedClaim(Guid ParticipantId, bool Inactive);
