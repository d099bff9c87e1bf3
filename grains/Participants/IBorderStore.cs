namespace Burgernet.Grains.Participants;

/// <summary>The locations of the register, for putting them into other borders. The node implements it.</summary>
/// <remarks>Every method may throw <see cref="Actions.StoreUnavailableException"/>.</remarks>
public interface IBorderStore
{
    /// <summary>How far it got, or null where it was never begun.</summary>
    Task<BorderProgress?> ReadProgress();

    /// <summary>Locations ordered by participant, those of a participant together.</summary>
    /// <param name="after">The last participant of the page before, or null.</param>
    /// <param name="limit">The most that are answered, 10 at least; none where nobody follows.</param>
    Task<IReadOnlyList<SettledLocation>> ReadLocations(Guid? after, int limit);

    /// <summary>Stores borders of locations that are still where they were, and the progress with them. Versions of participants stay as they are.</summary>
    /// <returns>How many were changed.</returns>
    Task<int> Settle(IReadOnlyCollection<SettledLocation> locations, BorderProgress progress);
}
