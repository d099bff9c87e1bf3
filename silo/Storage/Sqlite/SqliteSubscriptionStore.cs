using System.Globalization;
using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Microsoft.Data.Sqlite;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>What cells, regions and selections read of the register, in SQLite.</summary>
internal sealed class SqliteSubscriptionStore(SqliteDatabase database) : ISubscriptionStore
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
        await database.Read(sql => sql.Query($"{Active} and l.cell in (select value from json_each($1)) {InOrder}", Row, Json(cells)));

    public async Task<IReadOnlyList<Subscription>> ReadParticipants(IReadOnlyCollection<Guid> participants) =>
        await database.Read(sql =>
            sql.Query($"{Active} and l.participant_id in (select value from json_each($1)) {InOrder}", Row, Json(participants))
        );

    public IAsyncEnumerable<IReadOnlyList<Subscription>> ReadAll(CancellationToken cancellationToken) =>
        database.Stream($"{Active} {InOrder}", Row, LargestBatch, (last, next) => last.Cell == next.Cell, cancellationToken);

    public Task<PopulatedCell[]> ReadRegion(ulong region) =>
        database.Read(sql => sql.Query($"{CountByCell} and l.region = $1 group by l.cell", Populated, region).ToArray());

    public Task<PopulatedCell[]> CountCells(IReadOnlyCollection<ulong> cells) =>
        database.Read(sql =>
            sql.Query($"{CountByCell} and l.cell in (select value from json_each($1)) group by l.cell", Populated, Json(cells)).ToArray()
        );

    private static Subscription Row(SqliteDataReader row) =>
        new()
        {
            ParticipantId = row.Uuid(0),
            LocationNumber = row.GetInt32(1),
            Cell = (ulong)row.GetInt64(2),
            Point = new GeoPoint(row.GetDouble(3), row.GetDouble(4)),
            Language = row.Language(5),
            Channels = ContactChannels.Voice,
            Version = 1,
        };

    private static PopulatedCell Populated(SqliteDataReader row) => new((ulong)row.GetInt64(0), row.GetInt32(1));

    // H3 indices use 63 bits.
    private static string Json(IEnumerable<ulong> cells) =>
        $"[{string.Join(',', cells.Select(cell => cell.ToString(CultureInfo.InvariantCulture)))}]";

    private static string Json(IEnumerable<Guid> ids) => $"[{string.Join(',', ids.Select(id => $"\"{id:D}\""))}]";
}
