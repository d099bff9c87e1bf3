using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Storage;

/// <summary>Fills the register past the grains, while no cell has been read yet.</summary>
internal interface IParticipantImport
{
    /// <summary>How many participants there are.</summary>
    Task<RegisterCount> Count();

    /// <summary>Puts right what a copy of a database, put back elsewhere, brings along and this server's own numbers do not bear.</summary>
    Task Mend();

    /// <summary>Adds participants, all or none.</summary>
    Task AddMany(IReadOnlyList<ParticipantRow> participants);
}
