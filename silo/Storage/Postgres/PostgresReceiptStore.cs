using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Receipts in PostgreSQL.</summary>
internal sealed class PostgresReceiptStore(PostgresDatabase database) : IReceiptStore
{
    private const string FromThen = "coalesce(e.submitted_at - interval '2 minutes', e.received_at - interval '1 day')";
    private const string ToThen = "coalesce(e.submitted_at + interval '2 minutes', e.received_at)";

    private const string Known = """
        update text_part p set state = r.state, state_at = r.state_at, told = false
        from unnest($1::text[], $2::text[], $3::smallint[], $4::timestamptz[]) as r (centre, carrier_id, state, state_at)
        where p.centre = r.centre and p.carrier_id = r.carrier_id and p.state <> 1 and p.state <> r.state
        """;

    private const string Early = """
        insert into early_receipt (centre, carrier_id, state, state_at, received_at, submitted_at, destination)
        select r.* from unnest($1::text[], $2::text[], $3::smallint[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[], $7::bytea[])
          as r (centre, carrier_id, state, state_at, received_at, submitted_at, destination)
        where not exists (select from text_part p where p.centre = r.centre and p.carrier_id = r.carrier_id)
        on conflict (centre, carrier_id) do update set state = excluded.state, state_at = excluded.state_at where early_receipt.state <> 1
        """;

    /// <summary>Receipts that wait and whose text has its name now: they wait no longer. One statement sees one state of the database: with two, the receipt of a text that is
    /// acknowledged between them would be gone, and in nothing.</summary>
    private const string Acknowledged = """
        with due as (
          delete from early_receipt e using text_part p where p.centre = e.centre and p.carrier_id = e.carrier_id
          returning e.centre, e.carrier_id, e.state, e.state_at)
        update text_part p set state = due.state, state_at = due.state_at, told = false
        from due where p.centre = due.centre and p.carrier_id = due.carrier_id and p.state <> 1
        """;

    private static readonly string Untold = StoredReceipts.Untold.Replace("{untold}", "not u.told", StringComparison.Ordinal);
    private static readonly string Unknown = StoredReceipts
        .Unknown.Replace("{action}", "min(d.action_id::text)::uuid", StringComparison.Ordinal)
        .Replace("{participant}", "min(d.participant_id::text)::uuid", StringComparison.Ordinal)
        .Replace("{carriers}", "= any ($2)", StringComparison.Ordinal)
        .Replace("{from}", FromThen, StringComparison.Ordinal)
        .Replace("{to}", ToThen, StringComparison.Ordinal);

    public Task Take(IReadOnlyList<ReceiptRow> receipts) =>
        database.Write(async sql =>
        {
            // In one order, so that two that store the same texts do not wait for each other.
            var rows = receipts.OrderBy(row => row.CarrierId, StringComparer.Ordinal).ToArray();
            var centres = Array.ConvertAll(rows, row => row.Centre);
            var ids = Array.ConvertAll(rows, row => row.CarrierId);
            var states = Array.ConvertAll(rows, row => (short)row.State);
            var times = Array.ConvertAll(rows, row => row.At);
            var known = await sql.Execute(Known, centres, ids, states, times);
            var early = await sql.Execute(
                Early,
                centres,
                ids,
                states,
                times,
                Array.ConvertAll(rows, row => row.ReceivedAt),
                Array.ConvertAll(rows, row => row.SubmittedAt),
                Array.ConvertAll(rows, row => row.Destination?.ToBytes())
            );
            if (known + early < rows.Length)
            {
                // Each statement sees what is committed when it begins: an acknowledgement that came between the two was there too late for the first and too early for the second.
                await sql.Execute(Known, centres, ids, states, times);
            }

            return new WriteStep<bool>(true, Keep: true);
        });

    public async Task<int> MatchAcknowledged() => await AnyWait() ? await database.Write(Match) : 0;

    public async Task<int> MatchUnknown(string centre, IReadOnlyList<string> carriers, DateTimeOffset receivedBefore) =>
        await AnyWait()
            ? await database.Write(async sql =>
            {
                await sql.Execute(Unknown, centre, carriers.ToArray(), receivedBefore);
                return await Match(sql);
            })
            : 0;

    public async Task<IReadOnlyList<TextPart>> ReadUntold(int limit) =>
        await database.Read(sql => sql.Query(Untold, StoredReceipts.Part, limit));

    public Task Told(IReadOnlyList<TextPart> parts) =>
        database.Write(async sql =>
        {
            var rows = parts.OrderBy(part => part.CarrierId, StringComparer.Ordinal).ToArray();
            await sql.Execute(
                """
                update text_part p set told = true
                from unnest($1::text[], $2::text[], $3::smallint[]) as t (centre, carrier_id, state)
                where p.centre = t.centre and p.carrier_id = t.carrier_id and p.state = t.state
                """,
                Array.ConvertAll(rows, part => part.Centre),
                Array.ConvertAll(rows, part => part.CarrierId),
                Array.ConvertAll(rows, part => (short)part.State)
            );
            return new WriteStep<bool>(true, Keep: true);
        });

    public Task Forget(DateTimeOffset receivedBefore) =>
        database.Write(async sql => new WriteStep<int>(
            await sql.Execute("delete from early_receipt where received_at < $1", receivedBefore),
            Keep: true
        ));

    private static async Task<WriteStep<int>> Match(PostgresStatements sql) => new(await sql.Execute(Acknowledged), Keep: true);

    private Task<bool> AnyWait() =>
        database.Read(async sql => (await sql.Query("select 1 from early_receipt limit 1", _ => true)).Count > 0);
}
