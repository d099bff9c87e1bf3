using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Microsoft.Data.Sqlite;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>What cells, regions and selections read of the register, in SQLite.</summary>
internal sealed class SqliteSubscriptionStore(SqliteDatabase database) : ISubscriptionStore, IChangeLog
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
        await database.Read(sql =>
            sql.Query(
                $"{Active} and l.cell in (select value from json_each($1)) {InOrder}",
                StoredRegister.Subscription,
                SqliteLists.Of(cells)
            )
        );

    public async Task<IReadOnlyList<Subscription>> ReadParticipants(IReadOnlyCollection<Guid> participants) =>
        await database.Read(sql =>
            sql.Query(
                $"{Active} and l.participant_id in (select value from json_each($1)) {InOrder}",
                StoredRegister.Subscription,
                SqliteLists.Of(participants)
            )
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
        database.Read(sql => sql.Query($"{CountByCell} and l.region = $1 group by l.cell", Populated, region).ToArray());

    public Task<PopulatedCell[]> CountCells(IReadOnlyCollection<ulong> cells) =>
        database.Read(sql =>
            sql.Query($"{CountByCell} and l.cell in (select value from json_each($1)) group by l.cell", Populated, SqliteLists.Of(cells))
                .ToArray()
        );

    // One writer: numbers rise in the order of commits. One statement: both are of the same instant.
    public Task<ChangeMarker> Marker(int limit) =>
        database.Read(sql =>
        {
            var rows = sql.Query(
                """
                select last.position, last.importing, untold.participant_id
                from (select (select coalesce(max(change_no), 0) from participant) as position, exists (select 1 from import_cell) as importing) last
                  left join (select distinct participant_id from participant_change where told = 0 limit $1) untold on true
                """,
                row => (Position: row.GetInt64(0), Importing: row.GetBoolean(1), Participant: row.IsDBNull(2) ? (Guid?)null : row.Uuid(2)),
                limit + 1
            );
            var untold = Limited([.. rows.Select(row => row.Participant).OfType<Guid>()], limit);
            return new ChangeMarker(rows[0].Position, untold with { More = untold.More || rows[0].Importing });
        });

    public async Task<ChangedParticipants> ChangedSince(long position, int limit)
    {
        var changed = await database.Read(sql =>
            sql.Query(
                "select participant_id from participant where change_no > $1 order by change_no limit $2",
                row => row.Uuid(0),
                position,
                limit + 1
            )
        );
        return Limited(changed, limit);
    }

    private static ChangedParticipants Limited(List<Guid> participants, int limit) =>
        participants.Count <= limit ? new(participants, More: false) : new(participants[..limit], More: true);

    private static PopulatedCell Populated(SqliteDataReader row) => new((ulong)row.GetInt64(0), row.GetInt32(1));
}
