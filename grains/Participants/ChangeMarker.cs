namespace Burgernet.Grains.Participants;

/// <summary>A place in the order of changes.</summary>
/// <param name="Position">For <see cref="IChangeLog.ChangedSince"/>.</param>
/// <param name="Untold">Who changed before it, while the entry of the change is not marked told: their cells may still answer as they were.</param>
public sealed record ChangeMarker(long Position, ChangedParticipants Untold);
