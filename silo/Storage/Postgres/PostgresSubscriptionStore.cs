using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Npgsql;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>What cells, regions and selections read of the register, in PostgreSQL.</summary>
internal sealed class PostgresSubscriptionStore(PostgresDatabase database) : ISubscriptionStore
{
    private const int LargestBatch = 4_096;

    private const string Active = """
        select l.participant_id, l.location_no, l.cell, l.latitude, l.longitude, p.language
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
        await database.Read(sql => sql.Query($"{Active} and l.cell = any ($1) {InOrder}", Row, Signed(cells)));

    public async Task<IReadOnlyList<Subscription>> ReadParticipants(IReadOnlyCollection<Guid> participants) =>
        await database.Read(sql => sql.Query($"{Active} and l.participant_id = any ($1) {InOrder}", Row, participants.ToArray()));

    public IAsyncEnumerable<IReadOnlyList<Subscription>> ReadAll(CancellationToken cancellationToken) =>
        database.Stream($"{Active} {InOrder}", Row, LargestBatch, (last, next) => last.Cell == next.Cell, cancellationToken);

    public Task<PopulatedCell[]> ReadRegion(ulong region) =>
        database.Read(async sql => (await sql.Query($"{CountByCell} and l.region = $1 group by l.cell", Populated, region)).ToArray());

    public Task<PopulatedCell[]> CountCells(IReadOnlyCollection<ulong> cells) =>
        database.Read(async sql =>
            (await sql.Query($"{CountByCell} and l.cell = any ($1) group by l.cell", Populated, Signed(cells))).ToArray()
        );

    private static Subscription Row(NpgsqlDataReader row) =>
        new()
        {
            ParticipantId = row.GetGuid(0),
            LocationNumber = row.GetInt16(1),
            Cell = (ulong)row.GetInt64(2),
            Point = new GeoPoint(row.GetDouble(3), row.GetDouble(4)),
            Language = row.Language(5),
            Channels = ContactChannels.Voice,
            Version = 1,
        };

    private static PopulatedCell Populated(NpgsqlDataReader row) => new((ulong)row.GetInt64(0), (int)row.GetInt64(1));

    // H3 indices use 63 bits.
    private static long[] Signed(IEnumerable<ulong> cells) => [.. cells.Select(cell => (long)cell)];
}
