using Burgernet.Dossier;

namespace Burgernet.Grains.Dossier;

/// <summary>Reads dossiers as they stand, for whoever checks them. The node implements it.</summary>
public interface IDossierStore
{
    /// <summary>Every action that there is an event of, oldest first.</summary>
    /// <exception cref="Actions.StoreUnavailableException">The database did not answer.</exception>
    Task<IReadOnlyList<Guid>> ListActions();

    /// <summary>Reads a dossier as of one instant, lane after lane; one lane is in memory at a time.</summary>
    /// <param name="actionId">The action; of an unknown one there are no events.</param>
    /// <param name="check">Takes it.</param>
    /// <exception cref="Actions.StoreUnavailableException">The database did not answer.</exception>
    Task Read(Guid actionId, DossierCheck check);

    /// <summary>The last entry of an action's own chain with its signature; null for an unknown action.</summary>
    Task<DossierHead?> ReadHead(Guid actionId);

    /// <summary>The key of this database for <see cref="Pseudonyms"/>; made where there is none.</summary>
    Task<byte[]> ReadPseudonymKey();

    /// <summary>An action's deliveries, nearest first, each with its last attempt.</summary>
    /// <param name="actionId">The action.</param>
    /// <param name="after">Where the page before ended, or null.</param>
    /// <param name="limit">At most so many.</param>
    /// <exception cref="FormatException">Not a place in a list of deliveries.</exception>
    Task<FoundDeliveries> ReadDeliveries(Guid actionId, string? after, int limit);

    /// <summary>An action's attempts, those of one delivery together.</summary>
    /// <param name="actionId">The action.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="limit">At most so many.</param>
    Task<IReadOnlyList<FoundAttempt>> ReadAttempts(Guid actionId, AttemptPlace after, int limit);
}
