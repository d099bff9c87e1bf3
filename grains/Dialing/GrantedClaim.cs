using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>A granted claim, with what the number to call is sealed in.</summary>
/// <param name="ParticipantId">To whom.</param>
/// <param name="Sealed">As the register has it.</param>
public sealed record GrantedClaim(Guid ParticipantId, SealedData Sealed);
