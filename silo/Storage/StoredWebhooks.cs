using System.Data.Common;
using Burgernet.Grains.Webhooks;
using Burgernet.Webhooks;

namespace Burgernet.Silo.Storage;

/// <summary>Webhooks as either database gives them, and the statements that both know.</summary>
internal static class StoredWebhooks
{
    /// <summary>A new one, or one with a new owner. What it holds comes back in the order of <see cref="Row"/>.</summary>
    public const string Take = """
        insert into webhook (control_room, name, owner, since, swept_at, given_up) values ($1, $2, $3, $4, $4, 0)
        on conflict (control_room, name) do update set owner = excluded.owner
        returning since, swept_at, delivered_at, failure, status, failed_at, gone_at, given_up, lost_action_id, lost_sequence, lost_at
        """;

    public const string Waiting = """
        select action_id, sequence, tries, due_at from webhook_cursor where control_room = $1 and name = $2 and due_at is not null
        """;

    public const string One = """
        select action_id, sequence, tries, due_at from webhook_cursor where control_room = $1 and name = $2 and action_id = $3
        """;

    public const string Behind = """
        select e.action_id, max(e.sequence) from action_event e
        left join webhook_cursor c on c.control_room = $1 and c.name = $2 and c.action_id = e.action_id
        where e.control_room = $1 and e.at > $3
        group by e.action_id, c.sequence having max(e.sequence) > coalesce(c.sequence, 0)
        """;

    public const string SaveRow = """
        update webhook set swept_at = $4, delivered_at = $5, failure = $6, status = $7, failed_at = $8, gone_at = $9, given_up = $10,
          lost_action_id = $11, lost_sequence = $12, lost_at = $13
        where control_room = $1 and name = $2 and owner = $3
        """;

    public const string SaveCursor = """
        insert into webhook_cursor (control_room, name, action_id, sequence, tries, due_at) values ($1, $2, $3, $4, $5, $6)
        on conflict (control_room, name, action_id) do update
        set sequence = excluded.sequence, tries = excluded.tries, due_at = excluded.due_at
        where excluded.sequence >= webhook_cursor.sequence
        """;

    public static WebhookRow Row(DbDataReader row) =>
        new()
        {
            Since = row.Time(0),
            SweptAt = row.Time(1),
            DeliveredAt = row.TimeOrNull(2),
            Failure = row.TextOrNull(3) is { } failure ? StoredCodes.Parse<WebhookFailure>(failure) : null,
            Status = row.IsDBNull(4) ? null : row.GetInt32(4),
            FailedAt = row.TimeOrNull(5),
            GoneAt = row.TimeOrNull(6),
            GivenUp = row.GetInt64(7),
            LastLoss = row.IsDBNull(8) ? null : new WebhookLoss(row.Uuid(8), row.GetInt64(9), row.Time(10)),
        };

    public static WebhookCursor Cursor(DbDataReader row) => new(row.Uuid(0), row.GetInt64(1), row.GetInt32(2), row.TimeOrNull(3));

    /// <summary>The values of <see cref="SaveRow"/>.</summary>
    public static object?[] Values(string controlRoom, string name, Guid owner, WebhookRow row) =>
        [
            controlRoom,
            name,
            owner,
            row.SweptAt,
            row.DeliveredAt,
            row.Failure is { } failure ? StoredCodes.Of(failure) : null,
            row.Status,
            row.FailedAt,
            row.GoneAt,
            row.GivenUp,
            row.LastLoss?.ActionId,
            row.LastLoss?.Sequence,
            row.LastLoss?.At,
        ];

    /// <summary>The values of <see cref="SaveCursor"/>.</summary>
    public static object?[] Values(string controlRoom, string name, WebhookCursor cursor) =>
        [controlRoom, name, cursor.ActionId, cursor.Sequence, cursor.Tries, cursor.DueAt];
}
