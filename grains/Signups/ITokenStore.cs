using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Signups;

/// <summary>Tokens that were sent. The node implements it.</summary>
/// <remarks>They are added with the letter that holds them (<see cref="Mail.ILetterStore.Take"/>), and go with the change that makes them useless.</remarks>
public interface ITokenStore
{
    /// <summary>A token that has not expired, or null.</summary>
    Task<StoredToken?> Find(LookupHash hash, DateTimeOffset now);

    /// <summary>Counts a try at the codes of somebody, before any is compared.</summary>
    /// <param name="participantId">Whose.</param>
    /// <param name="now">The time.</param>
    /// <param name="most">How often each may be tried.</param>
    /// <returns>The codes that may still be tried.</returns>
    Task<IReadOnlyList<LookupHash>> Try(Guid participantId, DateTimeOffset now, int most);

    /// <summary>Forgets what expired.</summary>
    /// <returns>How many.</returns>
    Task<int> ForgetExpired(DateTimeOffset now, int limit);
}
