using System.Security.Cryptography;
using Burgernet.Dossier;
using Burgernet.Grains.Dossier;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Dossiers as they stand in PostgreSQL.</summary>
internal sealed class PostgresDossierStore(PostgresDatabase database) : IDossierStore
{
    /// <summary>Nobody waits for a call meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public async Task<IReadOnlyList<Guid>> ListActions() =>
        await database.ReadSnapshot(async sql =>
        {
            await sql.Allow(Patience);
            return await sql.Query(
                """
                select action_id from (select action_id, min(at) as began from action_event group by action_id
                  union all select action_id, created_at from action) a group by action_id order by min(began), action_id
                """,
                row => row.GetGuid(0)
            );
        });

    public Task Read(Guid actionId, DossierCheck check) =>
        database.ReadSnapshot(async sql =>
        {
            await sql.Allow(Patience);
            var lanes = await sql.Query(
                """
                select lane from lane_log where action_id = $1 union select lane from delivery where action_id = $1
                union select lane from attempt where action_id = $1 order by 1
                """,
                row => row.GetInt32(0),
                actionId
            );
            check.Take(
                new StoredDossier
                {
                    Action = (await Rows(sql, DossierTable.Action, "where action_id = $1", actionId)).FirstOrDefault(),
                    Events = await Rows(sql, DossierTable.Event, "where action_id = $1 order by sequence", actionId),
                    Signatures = await Rows(sql, DossierTable.Signature, "where action_id = $1 order by sequence", actionId),
                    Messages = await Rows(sql, DossierTable.Message, "where action_id = $1 order by message_no, language", actionId),
                    Lanes = lanes,
                    Deliveries = await Count(sql, DossierTable.Delivery, actionId),
                    Attempts = await Count(sql, DossierTable.Attempt, actionId),
                }
            );
            foreach (var lane in lanes)
            {
                check.Take(
                    new StoredDossierLane(
                        lane,
                        await Rows(sql, DossierTable.LaneLog, "where action_id = $1 and lane = $2 order by sequence", actionId, lane),
                        await Rows(sql, DossierTable.Delivery, "where action_id = $1 and lane = $2 order by lane_order", actionId, lane),
                        await Rows(sql, DossierTable.Attempt, StoredDossiers.AttemptsOfLane, actionId, lane)
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
            : await database.Write(async sql =>
            {
                await sql.Execute(
                    "insert into register_setting (name, value) values ($1, $2) on conflict (name) do nothing",
                    StoredDossiers.PseudonymKey,
                    RandomNumberGenerator.GetBytes(Pseudonyms.KeyLength)
                );
                return new WriteStep<byte[]>((await sql.Query(select, row => row.Bytes(0), StoredDossiers.PseudonymKey))[0], Keep: true);
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

    private static async Task<long> Count(PostgresStatements sql, DossierTable table, Guid actionId) =>
        (await sql.Query($"select count(*) from {table.Name} where action_id = $1", row => row.GetInt64(0), actionId))[0];

    private static async Task<List<IReadOnlyList<object?>>> Rows(
        PostgresStatements sql,
        DossierTable table,
        string where,
        params object?[] values
    ) =>
        await sql.Query(
            $"select {string.Join(", ", table.Columns.Select(column => $"t.{column}"))} from {table.Name} t {where}",
            row => StoredDossiers.Row(row, table),
            values
        );
}
