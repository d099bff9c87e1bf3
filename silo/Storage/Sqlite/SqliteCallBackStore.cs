using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>Finds what concerned a caller, in SQLite.</summary>
internal sealed class SqliteCallBackStore(SqliteDatabase database) : ICallBackStore
{
    private static readonly string Statement = StoredCallBacks.Find.Replace("{held}", "1", StringComparison.Ordinal);

    public async Task<IReadOnlyList<ConcernedAction>> Find(Lookup phone, bool practice) =>
        await database.Read(sql => sql.Query(Statement, StoredCallBacks.Read, phone.Hash.ToBytes(), practice));
}
