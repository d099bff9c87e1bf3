namespace Burgernet.Silo.Storage;

/// <summary>Fills the register with invented participants.</summary>
internal interface IParticipantImport
{
    /// <summary>How many participants there are, whatever their status.</summary>
    Task<int> Count();

    /// <summary>Adds participants, all or none.</summary>
    Task AddMany(IReadOnlyList<NewParticipant> participants, DateTimeOffset now);
}
