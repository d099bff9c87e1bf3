using Burgernet.Dossier;

namespace Burgernet.Grains.Dossier;

/// <summary>An attempt as the store has it; it gets its pseudonym before anybody sees it.</summary>
/// <param name="Participant">Of whom.</param>
/// <param name="Attempt">All else.</param>
public readonly record struct FoundAttempt(Guid Participant, AttemptView Attempt);
