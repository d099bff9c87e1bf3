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

    private static long Count(SqliteStatements sql, DossierTable table, Guid actionId) =>
        sql.Query($"select count(*) from {table.Name} where action_id = $1", row => row.GetInt64(0), actionId)[0];

    private static List<IReadOnlyList<object?>> Rows(SqliteStatements sql, DossierTable table, string where, params object?[] values) =>
        sql.Query(
            $"select {string.Join(", ", table.Columns.Select(column => $"t.{column}"))} from {table.Name} t {where}",
            row => StoredDossiers.Row(row, table),
            values
        );
}
