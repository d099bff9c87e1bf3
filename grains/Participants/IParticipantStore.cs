namespace Burgernet.Grains.Participants;

/// <summary>Stores participants and the entries that go with their changes. The node implements it.</summary>
/// <remarks>Every method may throw <see cref="Actions.StoreUnavailableException"/>; a write may then have happened.</remarks>
public interface IParticipantStore
{
    /// <summary>A participant, or null.</summary>
    Task<ParticipantRow?> Read(Guid participantId);

    /// <summary>An operation on this participant that was done before, or null.</summary>
    Task<StoredOperation?> FindOperation(Guid participantId, Guid operationId);

    /// <summary>Stores a change with its entry in one transaction; durable when it returns.</summary>
    /// <remarks>A row without sealed data takes everything personal with it: key, data, look-ups, locations, and what earlier entries held.</remarks>
    Task<ParticipantWriteResult> Write(ParticipantWrite write);

    /// <summary>Who can be found by this, whatever their status, by id.</summary>
    /// <param name="lookup">What to look for.</param>
    /// <param name="after">The last one of the page before, or null.</param>
    /// <param name="limit">The most that are answered.</param>
    Task<IReadOnlyList<Guid>> Find(Lookup lookup, Guid? after, int limit);

    /// <summary>Changes that were not marked told, in order.</summary>
    /// <param name="after">Only those with a higher number.</param>
    /// <param name="before">Only those stored before this time: younger ones are being told by the grain that made them.</param>
    /// <param name="limit">The most that are answered.</param>
    Task<IReadOnlyList<UntoldChange>> ReadUntold(long after, DateTimeOffset before, int limit);

    /// <summary>Marks changes told; what they say of cells is forgotten with it.</summary>
    Task MarkTold(IReadOnlyCollection<long> sequences);

    /// <summary>Forgets entries that were told, from before a time.</summary>
    /// <param name="before">When they were stored.</param>
    /// <param name="limit">The most that are forgotten in one go.</param>
    /// <returns>How many were.</returns>
    Task<int> ForgetTold(DateTimeOffset before, int limit);
}
