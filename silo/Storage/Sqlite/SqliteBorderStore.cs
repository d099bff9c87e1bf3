using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>Puts locations into other borders in SQLite.</summary>
internal sealed class SqliteBorderStore(SqliteDatabase database) : IBorderStore
{
    public Task<BorderProgress?> ReadProgress() =>
        database.Read(sql =>
            sql.Query("select value from register_setting where name = $1", row => StoredProgress.Parse(row.Bytes(0)), StoredProgress.Name)
                .FirstOrDefault()
        );

    public async Task<IReadOnlyList<SettledLocation>> ReadLocations(Guid? after, int limit) =>
        StoredProgress.Whole(
            await database.Read(sql =>
                sql.Query(
                    """
                    select participant_id, location_no, latitude, longitude, municipality, district from location
                    where participant_id > $1 order by participant_id, location_no limit $2
                    """,
                    row => new SettledLocation(
                        row.Uuid(0),
                        row.GetInt32(1),
                        new GeoPoint(row.GetDouble(2), row.GetDouble(3)),
                        new BorderCodes(row.TextOrNull(4), row.TextOrNull(5))
                    ),
                    after?.ToString("D") ?? "",
                    limit
                )
            ),
            limit
        );

    public Task<int> Settle(IReadOnlyCollection<SettledLocation> locations, BorderProgress progress) =>
        database.Write(sql =>
        {
            var count = 0;
            foreach (var location in locations)
            {
                count += sql.Execute(
                    """
                    update location set municipality = $5, district = $6
                    where participant_id = $1 and location_no = $2 and latitude = $3 and longitude = $4
                    """,
                    location.ParticipantId,
                    location.Number,
                    location.Point.Latitude,
                    location.Point.Longitude,
                    location.Borders.Municipality,
                    location.Borders.District
                );
            }

            sql.Execute(
                "insert into register_setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value",
                StoredProgress.Name,
                StoredProgress.Of(progress)
            );
            return new WriteStep<int>(count, Keep: true);
        });
}
