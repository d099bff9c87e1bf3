using Burgernet.Actions;
using Burgernet.Grains.Actions;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>Actions, their events and their dossier in SQLite.</summary>
internal sealed class SqliteActionStore(SqliteDatabase database) : IActionStore
{
    public Task<bool> Append(
        ActionRow row,
        ActionEvent added,
        IReadOnlyList<SpokenMessage> messages,
        TipKey? tipKey = null,
        int message = 1
    ) =>
        database.Write(sql =>
        {
            var inserted = sql.Execute(
                """
                insert into action_event
                  (action_id, sequence, at, control_room, dispatcher, type, data, operation_id, fingerprint, previous_hash, hash)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                on conflict (action_id, sequence) do nothing
                """,
                row.ActionId,
                added.Sequence,
                added.At,
                added.Actor.ControlRoom,
                added.Actor.Dispatcher,
                added.Type,
                added.Data,
                added.OperationId,
                added.Fingerprint,
                added.PreviousHash,
                added.Hash
            );
            if (inserted == 0)
            {
                return new WriteStep<bool>(false, Keep: false);
            }

            SaveRow(sql, row);
            if (added.Signature is { } signature)
            {
                sql.Execute(
                    "insert into action_signature (action_id, sequence, at, key_id, signature) values ($1, $2, $3, $4, $5)",
                    row.ActionId,
                    added.Sequence,
                    signature.At,
                    signature.KeyId,
                    signature.Value
                );
            }

            foreach (var spoken in messages)
            {
                sql.Execute(
                    "insert into action_message (action_id, message_no, language, duration_ms, wave) values ($1, $2, $3, $4, $5)",
                    row.ActionId,
                    message,
                    StoredCodes.Of(spoken.Language),
                    spoken.DurationMilliseconds,
                    spoken.Wave
                );
            }

            if (tipKey is not null)
            {
                sql.Execute(
                    "insert into tip_key (action_id, tip_id, master_key, wrapped_key) values ($1, $2, $3, $4)",
                    row.ActionId,
                    tipKey.TipId,
                    tipKey.MasterKeyId,
                    tipKey.Wrapped
                );
            }

            return new WriteStep<bool>(true, Keep: true);
        });

    public async Task<IReadOnlyList<ActionEvent>> ReadEvents(Guid actionId) =>
        await database.Read(sql =>
            sql.Query(
                """
                select sequence, at, control_room, dispatcher, type, data, operation_id, fingerprint, previous_hash, hash
                from action_event where action_id = $1 order by sequence
                """,
                row => new ActionEvent(
                    row.GetInt64(0),
                    row.Time(1),
                    new Actor(row.GetString(2), row.GetString(3)),
                    row.GetString(4),
                    row.GetString(5),
                    row.IsDBNull(6) ? null : row.GetString(6),
                    row.IsDBNull(7) ? null : row.GetString(7),
                    row.Bytes(8),
                    row.Bytes(9)
                ),
                actionId
            )
        );

    public async Task<IReadOnlyList<SpokenMessage>> ReadMessages(Guid actionId, int message) =>
        await database.Read(sql =>
            sql.Query(
                "select language, wave, duration_ms from action_message where action_id = $1 and message_no = $2 order by language desc",
                row => new SpokenMessage(row.Language(0), row.Bytes(1), row.GetInt32(2)),
                actionId,
                message
            )
        );

    public async Task<IReadOnlyList<TipKey>> ReadTipKeys(Guid actionId) =>
        await database.Read(sql =>
            sql.Query(
                "select tip_id, master_key, wrapped_key from tip_key where action_id = $1",
                row => new TipKey(row.Uuid(0), row.GetString(1), row.Bytes(2)),
                actionId
            )
        );

    public async Task<ActionSummaryPage> List(string controlRoom, string? after, int limit, IReadOnlyList<ActionStatus> statuses)
    {
        var cursor = ActionListCursor.Parse(after);
        var actions = await database.Read(sql =>
            sql.Query(
                $"""
                select action_id, kind, incident_number, practice, status, created_at from action
                where control_room = $1 and (created_at, action_id) < ($2, $3) and {StoredActions.Are(statuses)}
                order by created_at desc, action_id desc limit $4
                """,
                StoredActions.Summary,
                controlRoom,
                cursor.CreatedAt,
                cursor.ActionId,
                limit + 1
            )
        );
        if (actions.Count <= limit)
        {
            return new ActionSummaryPage(actions, null);
        }

        actions.RemoveAt(limit);
        return new ActionSummaryPage(actions, new ActionListCursor(actions[^1].CreatedAt, actions[^1].Id).ToString());
    }

    public async Task<IReadOnlyList<Guid>> ListRunning() =>
        await database.Read(sql => sql.Query("select action_id from action where running = 1", row => row.Uuid(0)));

    public async Task<IReadOnlyList<(string Type, string Data)>> ReadPreviewEvents(DateTimeOffset since) =>
        await database.Read(sql =>
            sql.Query(
                "select type, data from action_event where type in ('preview', 'previewed') and at >= $1",
                row => (row.GetString(0), row.GetString(1)),
                since
            )
        );

    public async Task<DossierPage> ReadDossier(Guid actionId, string? after, int limit)
    {
        var cursor = DossierCursor.Parse(after);
        var entries = await database.Read(sql =>
            sql.Query(
                """
                select * from (select -1 as lane, sequence, at, type, control_room, dispatcher, data, previous_hash, hash
                  from action_event where action_id = $1 and (at, -1, sequence) > ($2, $3, $4)
                  order by at, sequence limit $5)
                union all
                select * from (select lane, sequence, at, type, null, null, data, previous_hash, hash
                  from lane_log where action_id = $1 and (at, lane, sequence) > ($2, $3, $4)
                  order by at, lane, sequence limit $5)
                order by at, lane, sequence limit $5
                """,
                StoredActions.Entry,
                actionId,
                cursor.At,
                cursor.Lane,
                cursor.Sequence,
                limit + 1
            )
        );
        if (entries.Count <= limit)
        {
            return new DossierPage(entries, null);
        }

        entries.RemoveAt(limit);
        var last = entries[^1];
        return new DossierPage(entries, new DossierCursor(HashChain.Microseconds(last.At), last.Lane ?? -1, last.Sequence).ToString());
    }

    private static void SaveRow(SqliteStatements sql, ActionRow row) =>
        sql.Execute(
            """
            insert into action (action_id, control_room, kind, incident_number, practice, status, epoch, running, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (action_id) do update set status = excluded.status, epoch = excluded.epoch, running = excluded.running
            """,
            row.ActionId,
            row.ControlRoom,
            StoredCodes.Of(row.Kind),
            row.IncidentNumber,
            row.Practice,
            StoredCodes.Of(row.Status),
            row.Epoch,
            row.Running,
            row.CreatedAt
        );
}
