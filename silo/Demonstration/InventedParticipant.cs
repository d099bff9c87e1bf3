using Burgernet.Participants;

namespace Burgernet.Silo.Demonstration;

/// <summary>Somebody invented.</summary>
/// <param name="Id">The same for the same seed and place in the order.</param>
/// <param name="Reference">What a source would call them, for instance <c>V0000017</c>.</param>
/// <param name="Registration">What they would have told; the phone numbers are practice numbers.</param>
/// <param name="SignedUpAt">When they would have signed up.</param>
internal sealed record InventedParticipant(Guid Id, string Reference, Registration Registration, DateTimeOffset SignedUpAt);
