namespace Burgernet.Grains.Participants;

/// <summary>A stored change that cells and regions may not know of yet.</summary>
/// <param name="Sequence">Its number among all changes.</param>
/// <param name="ParticipantId">Whose.</param>
/// <param name="Version">Which version it made.</param>
/// <param name="Cells">The cells to be told.</param>
public sealed record UntoldChange(long Sequence, Guid ParticipantId, long Version, IReadOnlyList<ulong> Cells);
