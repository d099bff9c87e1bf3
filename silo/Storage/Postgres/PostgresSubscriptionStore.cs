using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Npgsql;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>What cells, regions and selections read of the register, in PostgreSQL.</summary>
internal sealed class PostgresSubscriptionStore(PostgresDatabase database) : ISubscriptionStore, IChangeLog
{
    private const int LargestBatch = 4_096;

    private const string Active = """
        select l.participant_id, l.location_no, l.cell, l.latitude, l.longitude, l.channels, l.hours,
               p.language, p.kind, p.target_groups, p.version
        from location l join participant p on p.participant_id = l.participant_id
        where p.status = 'active'
        """;

    private const string CountByCell = """
        select l.cell, count(*)
        from location l join participant p on p.participant_id = l.participant_id
        where p.status = 'active'
        """;

    private const string InOrder = "order by l.cell, l.participant_id, l.location_no";

    public async Task<IReadOnlyList<Subscription>> ReadCells(IReadOnlyCollection<ulong> cells) =>
        await database.Read(sql => sql.Query($"{Active} and l.cell = any ($1) {InOrder}", StoredRegister.Subscription, Signed(cells)));

    public async Task<IReadOnlyList<Subscription>> ReadParticipants(IReadOnlyCollection<Guid> participants) =>
        await database.Look(sql =>
            sql.Query($"{Active} and l.participant_id = any ($1) {InOrder}", StoredRegister.Subscription, participants.ToArray())
        );

    public IAsyncEnumerable<IReadOnlyList<Subscription>> ReadAll(CancellationToken cancellationToken) =>
        database.Stream(
            $"{Active} {InOrder}",
            StoredRegister.Subscription,
            LargestBatch,
            (last, next) => last.Cell == next.Cell,
            cancellationToken
        );

    public Task<PopulatedCell[]> ReadRegion(ulong region) =>
        database.Read(async sql => (await sql.Query($"{CountByCell} and l.region = $1 group by l.cell", Populated, region)).ToArray());

    public Task<PopulatedCell[]> CountCells(IReadOnlyCollection<ulong> cells) =>
        database.Read(async sql =>
            (await sql.Query($"{CountByCell} and l.cell = any ($1) group by l.cell", Populated, Signed(cells))).ToArray()
        );

    /// <summary>See the port.</summary>
    /// <remarks>The position is the oldest transaction still running: every change by an older one is seen here already, and no younger one is missed later.
    /// One statement: the position and who was not told are of the same instant.</remarks>
    public Task<ChangeMarker> Marker(int limit) =>
        database.Look(async sql =>
        {
            var rows = await sql.Query(
                """
                select pg_snapshot_xmin(pg_current_snapshot())::text::bigint, importing, untold.participant_id
                from (select exists (select 1 from import_cell) as importing) one
                  left join (select distinct participant_id from participant_change where not told limit $1) untold on true
                """,
                row =>
                    (Position: row.GetInt64(0), Importing: row.GetBoolean(1), Participant: row.IsDBNull(2) ? (Guid?)null : row.GetGuid(2)),
                limit + 1L
            );
            var untold = Limited([.. rows.Select(row => row.Participant).OfType<Guid>()], limit);
            return new ChangeMarker(rows[0].Position, untold with { More = untold.More || rows[0].Importing });
        });

    public async Task<ChangedParticipants> ChangedSince(long position, int limit)
    {
        var changed = await database.Look(sql =>
            sql.Query(
                """
                select participant_id from participant where changed_by_transaction >= $1::text::xid8
                order by changed_by_transaction limit $2
                """,
                row => row.GetGuid(0),
                position.ToString(System.Globalization.CultureInfo.InvariantCulture),
                limit + 1L
            )
        );
        return Limited(changed, limit);
    }

    private static ChangedParticipants Limited(List<Guid> participants, int limit) =>
        participants.Count <= limit ? new(participants, More: false) : new(participants[..limit], More: true);

    private static PopulatedCell Populated(NpgsqlDataReader row) => new((ulong)row.GetInt64(0), (int)row.GetInt64(1));

    // H3 indices use 63 bits.
    private static long[] Signed(IEnumerable<ulong> cells) => [.. cells.Select(cell => (long)cell)];
}
