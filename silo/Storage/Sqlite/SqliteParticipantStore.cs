using Burgernet.Cells;
using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>The register in SQLite.</summary>
internal sealed class SqliteParticipantStore(SqliteDatabase database) : IParticipantStore, IParticipantImport
{
    public async Task<IReadOnlyList<Subscription>> ReadCell(ulong cell) =>
        await database.Read(sql =>
            sql.Query(
                """
                select l.participant_id, l.latitude, l.longitude, p.language
                from location l join participant p on p.participant_id = l.participant_id
                where l.cell = $1 and p.status = 'active'
                order by l.participant_id, l.location_no
                """,
                row => new Subscription(row.Uuid(0), new GeoPoint(row.GetDouble(1), row.GetDouble(2)), row.Language(3)),
                cell
            )
        );

    public Task<PopulatedCell[]> ReadRegion(ulong region) =>
        database.Read(sql =>
            sql.Query(
                    """
                    select l.cell, count(*)
                    from location l join participant p on p.participant_id = l.participant_id
                    where l.region = $1 and p.status = 'active'
                    group by l.cell
                    """,
                    row => new PopulatedCell((ulong)row.GetInt64(0), row.GetInt32(1)),
                    region
                )
                .ToArray()
        );

    public Task<int> Count() => database.Read(sql => sql.Query("select count(*) from participant", row => row.GetInt32(0))[0]);

    public Task AddMany(IReadOnlyList<NewParticipant> participants, DateTimeOffset now) =>
        database.Write(sql =>
        {
            foreach (var participant in participants)
            {
                sql.Execute(
                    "insert into participant (participant_id, status, language, phone, created_at) values ($1, 'active', $2, $3, $4)",
                    participant.ParticipantId,
                    StoredCodes.Of(participant.Language),
                    participant.Phone,
                    now
                );
                sql.Execute(
                    "insert into location (participant_id, location_no, cell, region, latitude, longitude) values ($1, 1, $2, $3, $4, $5)",
                    participant.ParticipantId,
                    participant.Cell,
                    participant.Region,
                    participant.Point.Latitude,
                    participant.Point.Longitude
                );
            }

            return new WriteStep<bool>(true, Keep: true);
        });
}
