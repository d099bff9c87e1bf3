namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>The register in SQLite.</summary>
internal sealed class SqliteParticipantStore(SqliteDatabase database) : IParticipantImport
{
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
