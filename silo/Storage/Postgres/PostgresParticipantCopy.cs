using Burgernet.Grains.Participants;
using Npgsql;
using NpgsqlTypes;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>New participants by binary COPY, inside somebody else's transaction.</summary>
internal static class PostgresParticipantCopy
{
    private static readonly NpgsqlDbType[] Types =
    [
        NpgsqlDbType.Uuid,
        NpgsqlDbType.Bigint,
        NpgsqlDbType.Text,
        NpgsqlDbType.Text,
        NpgsqlDbType.Text,
        NpgsqlDbType.Bigint,
        NpgsqlDbType.Boolean,
        NpgsqlDbType.Boolean,
        NpgsqlDbType.Text,
        NpgsqlDbType.Text,
        NpgsqlDbType.TimestampTz,
        NpgsqlDbType.Text,
        NpgsqlDbType.Text,
        NpgsqlDbType.TimestampTz,
        NpgsqlDbType.TimestampTz,
        NpgsqlDbType.TimestampTz,
        NpgsqlDbType.TimestampTz,
        NpgsqlDbType.TimestampTz,
        NpgsqlDbType.Text,
        NpgsqlDbType.Bytea,
        NpgsqlDbType.Bytea,
        NpgsqlDbType.Bytea,
    ];

    /// <summary>Adds them with their locations and look-ups.</summary>
    public static async Task Add(NpgsqlConnection connection, IReadOnlyList<ParticipantRow> participants)
    {
        await Copy(
            connection,
            $"participant ({PostgresParticipantRows.Columns})",
            participants,
            async (rows, row) =>
            {
                var values = StoredRegister.Values(row);
                for (var i = 0; i < values.Length; i++)
                {
                    await Write(rows, values[i] is ulong number ? (long)number : values[i], Types[i]);
                }
            }
        );
        await Copy(
            connection,
            "location (participant_id, location_no, cell, region, latitude, longitude, channels, hours, municipality, district)",
            participants.SelectMany(participant => participant.Locations.Select(location => (participant.Id, location))),
            async (rows, row) =>
            {
                var location = row.location;
                await rows.WriteAsync(row.Id, NpgsqlDbType.Uuid);
                await rows.WriteAsync((short)location.Number, NpgsqlDbType.Smallint);
                await rows.WriteAsync((long)location.Cell, NpgsqlDbType.Bigint);
                await rows.WriteAsync((long)location.Region, NpgsqlDbType.Bigint);
                await rows.WriteAsync(location.Point.Latitude, NpgsqlDbType.Double);
                await rows.WriteAsync(location.Point.Longitude, NpgsqlDbType.Double);
                await rows.WriteAsync((short)location.Channels, NpgsqlDbType.Smallint);
                await rows.WriteAsync(location.Hours.ToBytes(), NpgsqlDbType.Bytea);
                await Write(rows, location.Borders.Municipality, NpgsqlDbType.Text);
                await Write(rows, location.Borders.District, NpgsqlDbType.Text);
            }
        );
        await Copy(
            connection,
            "participant_lookup (hash, participant_id, held)",
            participants.SelectMany(participant => participant.Lookups.Select(lookup => (participant, lookup))),
            async (rows, row) =>
            {
                await rows.WriteAsync(row.lookup.Hash.ToBytes(), NpgsqlDbType.Bytea);
                await rows.WriteAsync(row.participant.Id, NpgsqlDbType.Uuid);
                await rows.WriteAsync(row.participant.Holds(row.lookup), NpgsqlDbType.Boolean);
            }
        );
    }

    private static async Task Copy<T>(
        NpgsqlConnection connection,
        string table,
        IEnumerable<T> all,
        Func<NpgsqlBinaryImporter, T, Task> write
    )
    {
        await using var rows = await connection.BeginBinaryImportAsync($"copy {table} from stdin (format binary)");
        foreach (var row in all)
        {
            await rows.StartRowAsync();
            await write(rows, row);
        }

        await rows.CompleteAsync();
    }

    private static Task Write(NpgsqlBinaryImporter rows, object? value, NpgsqlDbType type) =>
        value is null ? rows.WriteNullAsync() : rows.WriteAsync(value, type);
}
