using System.Text.Json;
using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>Receipts in SQLite.</summary>
internal sealed class SqliteReceiptStore(SqliteDatabase database) : IReceiptStore
{
    private const string FromThen = "coalesce(e.submitted_at - 120000000, e.received_at - 86400000000)";
    private const string ToThen = "coalesce(e.submitted_at + 120000000, e.received_at)";

    /// <summary>Receipts that wait and whose text has its name now.</summary>
    private const string Acknowledged = """
        update text_part set state = e.state, state_at = e.state_at, told = 0
        from early_receipt e
        where text_part.centre = e.centre and text_part.carrier_id = e.carrier_id and text_part.state <> 1
        """;

    /// <summary>They wait no longer. Only one writes at a time: both see the same.</summary>
    private const string Matched = """
        delete from early_receipt where exists (
          select 1 from text_part p where p.centre = early_receipt.centre and p.carrier_id = early_receipt.carrier_id)
        """;

    private static readonly string Untold = StoredReceipts.Untold.Replace("{untold}", "u.told = 0", StringComparison.Ordinal);
    private static readonly string Unknown = StoredReceipts
        .Unknown.Replace("{action}", "min(d.action_id)", StringComparison.Ordinal)
        .Replace("{participant}", "min(d.participant_id)", StringComparison.Ordinal)
        .Replace("{carriers}", "in (select value from json_each($2))", StringComparison.Ordinal)
        .Replace("{from}", FromThen, StringComparison.Ordinal)
        .Replace("{to}", ToThen, StringComparison.Ordinal);

    public Task Take(IReadOnlyList<ReceiptRow> receipts) =>
        database.Write(sql =>
        {
            foreach (var receipt in receipts)
            {
                Take(sql, receipt);
            }

            return new WriteStep<bool>(true, Keep: true);
        });

    public async Task<int> MatchAcknowledged() => await AnyWait() ? await database.Write(Match) : 0;

    public async Task<int> MatchUnknown(string centre, IReadOnlyList<string> carriers, DateTimeOffset receivedBefore) =>
        await AnyWait()
            ? await database.Write(sql =>
            {
                sql.Execute(Unknown, centre, JsonSerializer.Serialize(carriers), receivedBefore);
                return Match(sql);
            })
            : 0;

    public async Task<IReadOnlyList<TextPart>> ReadUntold(int limit) =>
        await database.Read(sql => sql.Query(Untold, StoredReceipts.Part, limit));

    public Task Told(IReadOnlyList<TextPart> parts) =>
        database.Write(sql =>
        {
            foreach (var part in parts)
            {
                sql.Execute(
                    "update text_part set told = 1 where centre = $1 and carrier_id = $2 and state = $3",
                    part.Centre,
                    part.CarrierId,
                    part.State
                );
            }

            return new WriteStep<bool>(true, Keep: true);
        });

    public Task Forget(DateTimeOffset receivedBefore) =>
        database.Write(sql => new WriteStep<int>(
            sql.Execute("delete from early_receipt where received_at < $1", receivedBefore),
            Keep: true
        ));

    private static WriteStep<int> Match(SqliteStatements sql)
    {
        var matched = sql.Execute(Acknowledged);
        sql.Execute(Matched);
        return new WriteStep<int>(matched, Keep: true);
    }

    private static void Take(SqliteStatements sql, ReceiptRow receipt)
    {
        sql.Execute(
            "update text_part set state = $3, state_at = $4, told = 0 where centre = $1 and carrier_id = $2 and state <> 1 and state <> $3",
            receipt.Centre,
            receipt.CarrierId,
            receipt.State,
            receipt.At
        );
        sql.Execute(
            """
            insert into early_receipt (centre, carrier_id, state, state_at, received_at, submitted_at, destination)
            select $1, $2, $3, $4, $5, $6, $7
            where not exists (select 1 from text_part where centre = $1 and carrier_id = $2)
            on conflict (centre, carrier_id) do update set state = excluded.state, state_at = excluded.state_at where early_receipt.state <> 1
            """,
            receipt.Centre,
            receipt.CarrierId,
            receipt.State,
            receipt.At,
            receipt.ReceivedAt,
            receipt.SubmittedAt,
            receipt.Destination?.ToBytes()
        );
    }

    private Task<bool> AnyWait() => database.Read(sql => sql.Query("select 1 from early_receipt limit 1", _ => true).Count > 0);
}
