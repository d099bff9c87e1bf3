namespace Burgernet.Grains.Participants;

/// <summary>What came of a write.</summary>
/// <param name="Outcome">Whether it was stored.</param>
/// <param name="Sequence">The number of its entry among all changes, to mark it told; 0 when it was not stored.</param>
/// <param name="Taken">The phones that another participant holds.</param>
public sealed record ParticipantWriteResult(ParticipantWriteOutcome Outcome, long Sequence, IReadOnlyList<LookupHash> Taken);
