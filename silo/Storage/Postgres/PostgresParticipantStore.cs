using NpgsqlTypes;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>The register in PostgreSQL.</summary>
internal sealed class PostgresParticipantStore(PostgresDatabase database) : IParticipantImport
{
    public async Task<int> Count() =>
        (int)(await database.Read(sql => sql.Query("select count(*) from participant", row => row.GetInt64(0))))[0];

    public Task AddMany(IReadOnlyList<NewParticipant> participants, DateTimeOffset now) =>
        database.Write(async sql =>
        {
            // As long as it takes: there may be very many.
            await sql.Execute("set local statement_timeout = 0");
            await using (
                var rows = await sql.Connection.BeginBinaryImportAsync(
                    "copy participant (participant_id, status, language, phone, created_at) from stdin (format binary)"
                )
            )
            {
                foreach (var participant in participants)
                {
                    await rows.StartRowAsync();
                    await rows.WriteAsync(participant.ParticipantId, NpgsqlDbType.Uuid);
                    await rows.WriteAsync("active", NpgsqlDbType.Text);
                    await rows.WriteAsync(StoredCodes.Of(participant.Language), NpgsqlDbType.Text);
                    await rows.WriteAsync(participant.Phone, NpgsqlDbType.Text);
                    await rows.WriteAsync(now, NpgsqlDbType.TimestampTz);
                }

                await rows.CompleteAsync();
            }

            await using (
                var rows = await sql.Connection.BeginBinaryImportAsync(
                    "copy location (participant_id, location_no, cell, region, latitude, longitude) from stdin (format binary)"
                )
            )
            {
                foreach (var participant in participants)
                {
                    await rows.StartRowAsync();
                    await rows.WriteAsync(participant.ParticipantId, NpgsqlDbType.Uuid);
                    await rows.WriteAsync((short)1, NpgsqlDbType.Smallint);
                    await rows.WriteAsync((long)participant.Cell, NpgsqlDbType.Bigint);
                    await rows.WriteAsync((long)participant.Region, NpgsqlDbType.Bigint);
                    await rows.WriteAsync(participant.Point.Latitude, NpgsqlDbType.Double);
                    await rows.WriteAsync(participant.Point.Longitude, NpgsqlDbType.Double);
                }

                await rows.CompleteAsync();
            }

            return new WriteStep<bool>(true, Keep: true);
        });
}
