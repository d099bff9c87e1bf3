using Burgernet.Grains.Webhooks;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>How far webhooks are, in SQLite.</summary>
internal sealed class SqliteWebhookStore(SqliteDatabase database) : IWebhookStore
{
    public Task<WebhookRow> Take(string controlRoom, string name, Guid owner, DateTimeOffset now) =>
        database.Write(sql => new WriteStep<WebhookRow>(
            sql.Query(StoredWebhooks.Take, StoredWebhooks.Row, controlRoom, name, owner, now)[0],
            Keep: true
        ));

    public async Task<IReadOnlyList<WebhookCursor>> ReadWaiting(string controlRoom, string name) =>
        await database.Read(sql => sql.Query(StoredWebhooks.Waiting, StoredWebhooks.Cursor, controlRoom, name));

    public Task<WebhookCursor?> ReadCursor(string controlRoom, string name, Guid actionId) =>
        database.Read(sql => sql.Query(StoredWebhooks.One, StoredWebhooks.Cursor, controlRoom, name, actionId).FirstOrDefault());

    public async Task<IReadOnlyList<(Guid ActionId, long Sequence)>> ReadBehind(
        string controlRoom,
        string name,
        DateTimeOffset recordedAfter
    ) =>
        await database.Read(sql =>
            sql.Query(StoredWebhooks.Behind, row => (row.Uuid(0), row.GetInt64(1)), controlRoom, name, recordedAfter)
        );

    public Task<bool> Save(string controlRoom, string name, Guid owner, WebhookRow row, IReadOnlyList<WebhookCursor> cursors) =>
        database.Write(sql =>
        {
            if (sql.Execute(StoredWebhooks.SaveRow, StoredWebhooks.Values(controlRoom, name, owner, row)) == 0)
            {
                return new WriteStep<bool>(Result: false, Keep: false);
            }

            foreach (var cursor in cursors)
            {
                sql.Execute(StoredWebhooks.SaveCursor, StoredWebhooks.Values(controlRoom, name, cursor));
            }

            return new WriteStep<bool>(Result: true, Keep: true);
        });
}
