using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
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
            sql.Query($"{Active} and l.cell in (select value from json_each($1)) {InOrder}", Row, SqliteLists.Of(cells))
        );

    public async Task<IReadOnlyList<Subscription>> ReadParticipants(IReadOnlyCollection<Guid> participants) =>
        await database.Read(sql =>
            sql.Query($"{Active} and l.participant_id in (select value from json_each($1)) {InOrder}", Row, SqliteLists.Of(participants))
        );

    public IAsyncEnumerable<IReadOnlyList<Subscription>> ReadAll(CancellationToken cancellationToken) =>
        database.Stream($"{Active} {InOrder}", Row, LargestBatch, (last, next) => last.Cell == next.Cell, cancellationToken);

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
            var position = 0L;
            var untold = new List<Guid>();
            foreach (
                var (at, participant) in sql.Query(
                    """
                    select (select coalesce(max(change_no), 0) from participant), null
                    union all select * from (select distinct 0, participant_id from participant_change where told = 0 limit $1)
                    """,
                    row => (At: row.GetInt64(0), Participant: row.IsDBNull(1) ? (Guid?)null : row.Uuid(1)),
                    limit + 1
                )
            )
            {
                if (participant is { } id)
                {
                    untold.Add(id);
                }
                else
                {
                    position = at;
                }
            }

            return new ChangeMarker(position, Limited(untold, limit));
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

    private static Subscription Row(SqliteDataReader row) =>
        new()
        {
            ParticipantId = row.Uuid(0),
            LocationNumber = row.GetInt32(1),
            Cell = (ulong)row.GetInt64(2),
            Point = new GeoPoint(row.GetDouble(3), row.GetDouble(4)),
            Channels = (ContactChannels)row.GetInt32(5),
            Hours = WeeklyHours.FromBytes(row.Bytes(6)),
            Language = row.Language(7),
            Kind = StoredCodes.Parse<ParticipantKind>(row.GetString(8)),
            TargetGroups = (ulong)row.GetInt64(9),
            Version = row.GetInt64(10),
        };

    private static PopulatedCell Populated(SqliteDataReader row) => new((ulong)row.GetInt64(0), row.GetInt32(1));
}
