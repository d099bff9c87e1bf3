using System.Runtime.CompilerServices;
using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Npgsql;
using NpgsqlTypes;

namespace Burgernet.Benchmarks.Selection;

/// <summary>The rows that both sides select from: cells are filled from the same table that PostGIS has its indexes on.</summary>
internal sealed class SelectionRegister(SelectionPostgres postgres) : ISubscriptionStore, IChangeLog
{
    private const int Batch = 4_096;
    private const string Columns = "participant_id, location_no, cell, latitude, longitude, language";
    private const string InOrder = "order by cell, participant_id, location_no";

    /// <summary>Stores people and makes the indexes.</summary>
    /// <returns>How many locations there are.</returns>
    public async Task<int> Load(IEnumerable<Subscription> people)
    {
        await postgres.Execute(
            """
            create extension postgis;
            create unlogged table staging (participant_id uuid, location_no int, cell int8, region int8, latitude float8, longitude float8, language int);
            create table change (position int8 primary key, participant_id uuid not null, told bool not null);
            create index change_untold on change (participant_id) where not told;
            """
        );
        var count = 0;
        await using (var connection = await postgres.Data.OpenConnectionAsync())
        await using (
            var copy = await connection.BeginBinaryImportAsync(
                "copy staging (participant_id, location_no, cell, region, latitude, longitude, language) from stdin (format binary)"
            )
        )
        {
            foreach (var row in people)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(row.ParticipantId, NpgsqlDbType.Uuid);
                await copy.WriteAsync(row.LocationNumber, NpgsqlDbType.Integer);
                await copy.WriteAsync((long)row.Cell, NpgsqlDbType.Bigint);
                await copy.WriteAsync((long)CellMask.RegionOf(row.Cell), NpgsqlDbType.Bigint);
                await copy.WriteAsync(row.Point.Latitude, NpgsqlDbType.Double);
                await copy.WriteAsync(row.Point.Longitude, NpgsqlDbType.Double);
                await copy.WriteAsync((int)row.Language, NpgsqlDbType.Integer);
                count++;
            }

            await copy.CompleteAsync();
        }

        // Rows that are near each other lie near each other on disk, as PostGIS likes it best.
        await postgres.Execute(
            """
            create table location as
              select *, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)::geography as geog, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326) as geom
              from staging order by cell, participant_id, location_no;
            drop table staging;
            create index location_cell on location (cell, participant_id, location_no);
            create index location_region on location (region, cell);
            create index location_participant on location (participant_id);
            create index location_geog on location using gist (geog);
            create index location_geom on location using gist (geom);
            """
        );
        await postgres.Execute("vacuum analyze location");
        return count;
    }

    public async Task<IReadOnlyList<Subscription>> ReadCells(IReadOnlyCollection<ulong> cells) =>
        await Read($"select {Columns} from location where cell = any($1) {InOrder}", cells.Select(cell => (long)cell).ToArray());

    public async Task<IReadOnlyList<Subscription>> ReadParticipants(IReadOnlyCollection<Guid> participants) =>
        await Read($"select {Columns} from location where participant_id = any($1) {InOrder}", participants.ToArray());

    public async IAsyncEnumerable<IReadOnlyList<Subscription>> ReadAll([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = postgres.Data.CreateCommand($"select {Columns} from location {InOrder}");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var batch = new List<Subscription>(Batch + 1_000);
        while (await rows.ReadAsync(cancellationToken))
        {
            var row = Row(rows);
            if (batch.Count >= Batch && batch[^1].Cell != row.Cell)
            {
                yield return batch;
                batch.Clear();
            }

            batch.Add(row);
        }

        yield return batch;
    }

    public Task<PopulatedCell[]> ReadRegion(ulong region) =>
        Count("select cell, count(*)::int from location where region = $1 group by cell", (long)region);

    public Task<PopulatedCell[]> CountCells(IReadOnlyCollection<ulong> cells) =>
        Count("select cell, count(*)::int from location where cell = any($1) group by cell", cells.Select(cell => (long)cell).ToArray());

    public async Task<ChangeMarker> Marker(int limit)
    {
        await using var command = postgres.Data.CreateCommand(
            "select coalesce(max(position), 0), (select array_agg(participant_id) from (select participant_id from change where not told limit $1) u) from change"
        );
        command.Parameters.Add(new NpgsqlParameter { Value = limit + 1 });
        await using var rows = await command.ExecuteReaderAsync();
        await rows.ReadAsync();
        return new ChangeMarker(rows.GetInt64(0), Limited(rows.IsDBNull(1) ? [] : rows.GetFieldValue<Guid[]>(1), limit));
    }

    public async Task<ChangedParticipants> ChangedSince(long position, int limit)
    {
        await using var command = postgres.Data.CreateCommand("select distinct participant_id from change where position > $1 limit $2");
        command.Parameters.Add(new NpgsqlParameter { Value = position });
        command.Parameters.Add(new NpgsqlParameter { Value = limit + 1 });
        var changed = new List<Guid>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            changed.Add(rows.GetGuid(0));
        }

        return Limited([.. changed], limit);
    }

    private static ChangedParticipants Limited(Guid[] participants, int limit) =>
        new(participants.Length <= limit ? participants : participants[..limit], participants.Length > limit);

    private static Subscription Row(NpgsqlDataReader row) =>
        new()
        {
            ParticipantId = row.GetGuid(0),
            LocationNumber = row.GetInt32(1),
            Cell = (ulong)row.GetInt64(2),
            Point = new GeoPoint(row.GetDouble(3), row.GetDouble(4)),
            Language = (Language)row.GetInt32(5),
            Channels = ContactChannels.Voice,
            Version = 1,
        };

    private async Task<List<Subscription>> Read(string sql, object parameter)
    {
        await using var command = postgres.Data.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        var found = new List<Subscription>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            found.Add(Row(rows));
        }

        return found;
    }

    private async Task<PopulatedCell[]> Count(string sql, object parameter)
    {
        await using var command = postgres.Data.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        var counted = new List<PopulatedCell>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            counted.Add(new PopulatedCell((ulong)rows.GetInt64(0), rows.GetInt32(1)));
        }

        return [.. counted];
    }
}
