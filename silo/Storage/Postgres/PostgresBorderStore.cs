using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Puts locations into other borders in PostgreSQL.</summary>
internal sealed class PostgresBorderStore(PostgresDatabase database) : IBorderStore
{
    public async Task<BorderProgress?> ReadProgress() =>
        (
            await database.Read(sql =>
                sql.Query(
                    "select value from register_setting where name = $1",
                    row => StoredProgress.Parse(row.Bytes(0)),
                    StoredProgress.Name
                )
            )
        ).FirstOrDefault();

    public async Task<IReadOnlyList<SettledLocation>> ReadLocations(Guid? after, int limit) =>
        StoredProgress.Whole(
            await database.Read(sql =>
                sql.Query(
                    """
                    select participant_id, location_no, latitude, longitude, municipality, district from location
                    where participant_id > $1 order by participant_id, location_no limit $2
                    """,
                    row => new SettledLocation(
                        row.GetGuid(0),
                        row.GetInt16(1),
                        new GeoPoint(row.GetDouble(2), row.GetDouble(3)),
                        new BorderCodes(row.TextOrNull(4), row.TextOrNull(5))
                    ),
                    after ?? Guid.Empty,
                    (long)limit
                )
            ),
            limit
        );

    public Task<int> Settle(IReadOnlyCollection<SettledLocation> locations, BorderProgress progress) =>
        database.Write(async sql =>
        {
            await sql.Allow(TimeSpan.FromMinutes(1));

            // Whoever changes a participant locks their row first: so they and this never wait for each other's locations crosswise.
            await sql.Query(
                "select 1 from participant where participant_id = any ($1) order by participant_id for update",
                row => row.GetInt32(0),
                locations.Select(location => location.ParticipantId).Distinct().ToArray()
            );
            var count = await sql.Execute(
                """
                update location l set municipality = s.municipality, district = s.district
                from unnest($1, $2, $3, $4, $5, $6) as s (participant_id, location_no, latitude, longitude, municipality, district)
                where l.participant_id = s.participant_id and l.location_no = s.location_no
                  and l.latitude = s.latitude and l.longitude = s.longitude
                """,
                locations.Select(location => location.ParticipantId).ToArray(),
                locations.Select(location => (short)location.Number).ToArray(),
                locations.Select(location => location.Point.Latitude).ToArray(),
                locations.Select(location => location.Point.Longitude).ToArray(),
                locations.Select(location => location.Borders.Municipality).ToArray(),
                locations.Select(location => location.Borders.District).ToArray()
            );
            await sql.Execute(
                "insert into register_setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value",
                StoredProgress.Name,
                StoredProgress.Of(progress)
            );
            return new WriteStep<int>(count, Keep: true);
        });
}
