namespace Burgernet.Grains.Participants;

/// <summary>Who asked for the article after an action. The node implements it.</summary>
public interface IArticleReaders
{
    /// <summary>Those of these participants who take part and want articles now.</summary>
    /// <exception cref="Actions.StoreUnavailableException">The store is away.</exception>
    Task<IReadOnlySet<Guid>> Among(IReadOnlyCollection<Guid> participants);
}
