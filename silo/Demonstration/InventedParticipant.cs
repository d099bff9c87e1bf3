using Burgernet.Participants;

namespace Burgernet.Silo.Demonstration;

/// <summary>Somebody who does not exist.</summary>
internal sealed record InventedParticipant(Guid Id, Registration Registration);
