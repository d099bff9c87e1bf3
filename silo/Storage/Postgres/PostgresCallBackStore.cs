using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Finds what concerned a caller, in PostgreSQL.</summary>
internal sealed class PostgresCallBackStore(PostgresDatabase database) : ICallBackStore
{
    private static readonly string Statement = StoredCallBacks.Find.Replace("{held}", "true", StringComparison.Ordinal);

    public async Task<IReadOnlyList<ConcernedAction>> Find(Lookup phone, bool practice) =>
        await database.Read(sql => sql.Query(Statement, StoredCallBacks.Read, phone.Hash.ToBytes(), practice));
}
