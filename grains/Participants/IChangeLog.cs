namespace Burgernet.Grains.Participants;

/// <summary>Tells who changed while something else was going on. The node implements it.</summary>
/// <remarks>Every method may throw <see cref="Actions.StoreUnavailableException"/>.</remarks>
public interface IChangeLog
{
    /// <summary>A place in the order of changes: what is stored after this call is in <see cref="ChangedSince"/> it, and of what was stored before it, what cells were not told yet is named. One read.</summary>
    /// <remarks>An import tells cells of nobody: as long as it has written past any that were not read again, there are more than are named.</remarks>
    /// <param name="limit">Names at most so many and says that there are more.</param>
    Task<ChangeMarker> Marker(int limit);

    /// <summary>Whose row changed since a marker, by any way: registered, moved, left, imported. May name some who changed a little before it.</summary>
    /// <param name="position">From <see cref="Marker"/>.</param>
    /// <param name="limit">Answers at most so many and says that there are more.</param>
    Task<ChangedParticipants> ChangedSince(long position, int limit);
}
