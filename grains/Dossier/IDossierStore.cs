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
}
