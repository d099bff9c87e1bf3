using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>Who saw whose personal data, when. Ids only. The node implements it.</summary>
/// <remarks>Every method may throw <see cref="Actions.StoreUnavailableException"/>.</remarks>
public interface IAccessLog
{
    /// <summary>Records an access; durable when it returns.</summary>
    /// <param name="access">Who, and in what way.</param>
    /// <param name="at">When.</param>
    /// <param name="participants">Whose data; none where it is only known afterwards how many.</param>
    /// <param name="forgetBefore">Some records from before this time are forgotten with it.</param>
    /// <returns>The number of the record.</returns>
    Task<long> Record(RegisterAccess access, DateTimeOffset at, IReadOnlyCollection<Guid> participants, DateTimeOffset forgetBefore);

    /// <summary>Records how it ended.</summary>
    Task End(long record, long count, bool complete);
}
