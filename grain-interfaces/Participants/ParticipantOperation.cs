namespace Burgernet.Participants;

/// <summary>Names one change, so that it can be asked again without happening twice.</summary>
/// <param name="Id">The caller's own id of it, not empty. The same id with the same change gives the same answer for 30 days; with another change it is refused.</param>
/// <param name="Role">In what role it is asked.</param>
/// <param name="By">Who asks, as a pseudonym (<c>deventer/relatie-4</c>), at most 129 characters; never a name.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.participant-operation")]
public sealed record ParticipantOperation([property: Id(0)] Guid Id, [property: Id(1)] ChangeRole Role, [property: Id(2)] string By);
