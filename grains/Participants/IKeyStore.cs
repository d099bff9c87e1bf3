namespace Burgernet.Grains.Participants;

/// <summary>The wrapped keys of the register, and those of tips beside them, for looking after master keys. The node implements it.</summary>
/// <remarks>Every method may throw <see cref="Actions.StoreUnavailableException"/>.</remarks>
public interface IKeyStore
{
    /// <summary>How many participants' keys each master key wraps.</summary>
    Task<IReadOnlyDictionary<string, long>> CountByMasterKey();

    /// <summary>Wrapped keys that another master key than this one wraps, by participant.</summary>
    /// <param name="masterKeyId">The master key that is left out.</param>
    /// <param name="after">The last participant of the page before, or null.</param>
    /// <param name="limit">The most that are answered.</param>
    Task<IReadOnlyList<WrappedKey>> ReadNotWrappedBy(string masterKeyId, Guid? after, int limit);

    /// <summary>One key that this master key wraps, or null.</summary>
    Task<WrappedKey?> ReadWrappedBy(string masterKeyId);

    /// <summary>Replaces wrapped keys where the old one still stands; versions stay as they are.</summary>
    /// <returns>How many were replaced.</returns>
    Task<int> Rewrap(IReadOnlyCollection<Rewrapping> rewrappings);

    /// <summary>Keeps what tells that the register was filled with a lookup key; what was kept first stays.</summary>
    /// <param name="check">Made with the configured lookup key.</param>
    /// <returns>What is kept: something else when the register was filled with another key.</returns>
    Task<LookupHash> KeepLookupKeyCheck(LookupHash check);
}
