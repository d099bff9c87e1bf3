namespace Burgernet.Grains.Participants;

/// <summary>Reads the register by pages, for people. The node implements it.</summary>
/// <remarks>Every method may throw <see cref="Actions.StoreUnavailableException"/>.</remarks>
public interface IRegisterStore
{
    /// <summary>Participants by id, each with locations of the same instant.</summary>
    /// <param name="query">Which.</param>
    /// <param name="after">The last one of the page before, or null.</param>
    /// <param name="limit">The most that are answered.</param>
    Task<IReadOnlyList<ParticipantRow>> Search(RegisterQuery query, Guid? after, int limit);
}
