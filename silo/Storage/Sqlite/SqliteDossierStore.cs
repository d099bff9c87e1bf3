using System.Security.Cryptography;
using Burgernet.Dossier;
using Burgernet.Grains.Dossier;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>Dossiers as they stand in SQLite.</summary>
internal sealed class SqliteDossierStore(SqliteDatabase database) : IDossierStore
{
    public async Task<IReadOnlyList<Guid>> ListActions() =>
        await database.Read(sql =>
            sql.Query(
                """
                select action_id from (select action_id, min(at) as began from action_event group by action_id
                  union all select action_id, created_at from action) group by action_id order by min(began), action_id
                """,
                row => Guid.TryParseExact(row.GetString(0), "D", out var id) ? id : Guid.Empty
            )
        );

    public Task Read(Guid actionId, DossierCheck check) =>
        database.ReadSnapshot(sql =>
        {
            var lanes = sql.Query(
                """
                select lane from lane_log where action_id = $1 union select lane from delivery where action_id = $1
                union select lane from attempt where action_id = $1 order by 1
                """,
                row => (int)row.GetInt64(0),
                actionId
            );
            check.Take(
                new StoredDossier
                {
                    Action = Rows(sql, DossierTable.Action, "where action_id = $1", actionId).FirstOrDefault(),
                    Events = Rows(sql, DossierTable.Event, "where action_id = $1 order by sequence", actionId),
                    Signatures = Rows(sql, DossierTable.Signature, "where action_id = $1 order by sequence", actionId),
                    Messages = Rows(sql, DossierTable.Message, "where action_id = $1 order by message_no, language", actionId),
                    Lanes = lanes,
                    Deliveries = Count(sql, DossierTable.Delivery, actionId),
                    Attempts = Count(sql, DossierTable.Attempt, actionId),
                }
            );
            foreach (var lane in lanes)
            {
                check.Take(
                    new StoredDossierLane(
                        lane,
                        Rows(sql, DossierTable.LaneLog, "where action_id = $1 and lane = $2 order by sequence", actionId, lane),
                        Rows(sql, DossierTable.Delivery, "where action_id = $1 and lane = $2 order by lane_order", actionId, lane),
                        Rows(sql, DossierTable.Attempt, StoredDossiers.AttemptsOfLane, actionId, lane)
                    )
                );
            }

            return true;
        });

    public async Task<DossierHead?> ReadHead(Guid actionId) =>
        (await database.Read(sql => sql.Query(StoredDossiers.HeadOf, StoredDossiers.Head, actionId))).SingleOrDefault();

    public async Task<byte[]> ReadPseudonymKey()
    {
        const string select = "select value from register_setting where name = $1";
        var found = await database.Read(sql => sql.Query(select, row => row.Bytes(0), StoredDossiers.PseudonymKey));
        return found.Count > 0
            ? found[0]
            : await database.Write(sql =>
            {
                sql.Execute(
                    "insert into register_setting (name, value) values ($1, $2) on conflict (name) do nothing",
                    StoredDossiers.PseudonymKey,
                    RandomNumberGenerator.GetBytes(Pseudonyms.KeyLength)
                );
                return new WriteStep<byte[]>(sql.Query(select, row => row.Bytes(0), StoredDossiers.PseudonymKey)[0], Keep: true);
            });
    }

    public async Task<FoundDeliveries> ReadDeliveries(Guid actionId, string? after, int limit)
    {
        var from = RecordCursor.Parse(after);
        var found = await database.Read(sql =>
            sql.Query(
                StoredDossiers.DeliveriesOf,
                StoredDossiers.Delivery,
                actionId,
                from.Band,
                from.ParticipantId,
                from.Message,
                from.Channel,
                limit + 1
            )
        );
        return RecordCursor.Page(found, limit);
    }

    public async Task<IReadOnlyList<FoundAttempt>> ReadAttempts(Guid actionId, AttemptPlace after, int limit) =>
        await database.Read(sql =>
            sql.Query(
                StoredDossiers.AttemptsOf,
                StoredDossiers.Attempt,
                actionId,
                after.Message,
                after.Participant,
                after.Channel,
                after.Attempt,
                limit
            )
        );

    private static long Count(SqliteStatements sql, DossierTable table, Guid actionId) =>
        sql.Query($"select count(*) from {table.Name} where action_id = $1", row => row.GetInt64(0), actionId)[0];

    private static List<IReadOnlyList<object?>> Rows(SqliteStatements sql, DossierTable table, string where, params object?[] values) =>
        sql.Query(
            $"select {string.Join(", ", table.Columns.Select(column => $"t.{column}"))} from {table.Name} t {where}",
            row => StoredDossiers.Row(row, table),
            values
        );
}
