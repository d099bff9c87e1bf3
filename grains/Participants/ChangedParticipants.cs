namespace Burgernet.Grains.Participants;

/// <summary>Who changed since a marker.</summary>
/// <param name="Participants">Their ids, each once, at most as many as asked.</param>
/// <param name="More">Whether there are more: too many to look at one by one, for instance during an import.</param>
public sealed record ChangedParticipants(IReadOnlyList<Guid> Participants, bool More);
