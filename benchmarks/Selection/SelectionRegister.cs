using Burgernet.Benchmarks.Storage;
using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Burgernet.Silo.Storage.Postgres;
using Burgernet.TestKit;
using Npgsql;

namespace Burgernet.Benchmarks.Selection;

/// <summary>The register that both sides select from, in a throw-away PostgreSQL with room in memory for all of it.</summary>
internal sealed class SelectionRegister : IAsyncDisposable
{
    private const int AtOnce = 20_000;
    private const int SealedBytes = 160;

    // Custom plans know the area, and compiling a query costs more than it saves at these sizes: both in favour of PostGIS.
    private static readonly string[] Settings =
    [
        "shared_buffers=2GB",
        "work_mem=256MB",
        "maintenance_work_mem=512MB",
        "effective_cache_size=6GB",
        "max_wal_size=8GB",
        "random_page_cost=1.1",
        "jit=off",
        "plan_cache_mode=force_custom_plan",
    ];

    private static readonly DateTimeOffset SignedUp = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PostgresCluster _cluster;
    private readonly PostgresDatabase _database;

    private SelectionRegister(PostgresCluster cluster, string connection)
    {
        _cluster = cluster;
        _database = BenchDatabase.Open(connection);
        Store = new PostgresSubscriptionStore(_database);
        Data = NpgsqlDataSource.Create($"{connection};Command Timeout=600;Max Auto Prepare=20");
    }

    /// <summary>What the server is set to, for the report.</summary>
    public static string Description => string.Join(", ", Settings);

    /// <summary>What cells and searches read.</summary>
    public PostgresSubscriptionStore Store { get; }

    /// <summary>Connections for PostGIS, whose statements are prepared.</summary>
    public NpgsqlDataSource Data { get; }

    /// <summary>Starts it, empty.</summary>
    public static async Task<SelectionRegister> Start()
    {
        var cluster = await PostgresCluster.Start(PostgresPrograms.Folder, Settings);
        return new SelectionRegister(cluster, await cluster.CreateDatabase());
    }

    /// <summary>Stores people in the register's own tables, and their points for PostGIS in one beside them, with indexes.</summary>
    /// <returns>How many locations there are.</returns>
    public async Task<int> Load(IEnumerable<Subscription> people)
    {
        var participants = new PostgresParticipantStore(_database);
        var (rows, count) = (new List<ParticipantRow>(AtOnce), 0);
        foreach (var row in Rows(people))
        {
            rows.Add(row);
            count += row.Locations.Count;
            if (rows.Count == AtOnce)
            {
                await participants.AddMany(rows);
                rows.Clear();
            }
        }

        await participants.AddMany(rows);

        // Points that are near each other lie near each other on disk, with nothing between them, as PostGIS likes it best.
        await Execute(
            """
            create extension postgis;
            create table place as
              select participant_id, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)::geography as geog, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326) as geom
              from location order by cell, participant_id, location_no;
            create index place_geog on place using gist (geog);
            create index place_geom on place using gist (geom);
            """
        );
        await Execute("vacuum analyze");
        return count;
    }

    /// <summary>One value as text.</summary>
    public async Task<string> Ask(string sql)
    {
        await using var command = Data.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString() ?? "";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Data.DisposeAsync();
        _database.Dispose();
        await _cluster.DisposeAsync();
    }

    private async Task Execute(string sql)
    {
        await using var command = Data.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    // What is personal stays out of it: bytes of the usual length stand there instead.
    private static IEnumerable<ParticipantRow> Rows(IEnumerable<Subscription> people)
    {
        var nothing = new SealedData("bench", new byte[60], new byte[SealedBytes]);
        ParticipantRow? row = null;
        var locations = new List<LocationRow>();
        foreach (var place in people)
        {
            if (row is not null && row.Id != place.ParticipantId)
            {
                yield return row with
                {
                    Locations = [.. locations],
                };
                row = null;
                locations.Clear();
            }

            row ??= new ParticipantRow
            {
                Id = place.ParticipantId,
                Version = 1,
                Status = ParticipantStatus.Active,
                Kind = place.Kind,
                Language = place.Language,
                TargetGroups = place.TargetGroups,
                WantsArticles = false,
                HasPracticeNumber = true,
                Source = "bench",
                LegalBasis = LegalBasis.PublicTask,
                CreatedAt = SignedUp,
                ChangedAt = SignedUp,
                Sealed = nothing,
                Locations = [],
                Lookups = [],
            };
            locations.Add(
                new LocationRow(
                    place.LocationNumber,
                    place.Point,
                    place.Cell,
                    CellMask.RegionOf(place.Cell),
                    BorderCodes.Unknown,
                    place.Channels,
                    place.Hours
                )
            );
        }

        if (row is not null)
        {
            yield return row with
            {
                Locations = [.. locations],
            };
        }
    }
}
