using Burgernet.Grains.Imports;
using Burgernet.Grains.Participants;
using Burgernet.Imports;
using Npgsql;
using NpgsqlTypes;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Adds rows that wait, and refusals, by binary COPY inside somebody else's transaction.</summary>
internal static class PostgresImportRows
{
    private const string CopyParticipants = """
        copy import_participant (chunk, line, participant_id, content, kind, language, target_groups, wants_articles, practice, source,
          legal_basis, consent_at, consent_text, confirmed_by, confirmed_at, created_at, master_key, wrapped_key, sealed, lookups)
        from stdin (format binary)
        """;

    private const string CopyLocations = """
        copy import_location (chunk, participant_id, location_no, cell, region, latitude, longitude, channels, hours, municipality, district)
        from stdin (format binary)
        """;

    private const string CopyLookups =
        "copy import_lookup (chunk, participant_id, hash, held, lookup_no, column_name) from stdin (format binary)";

    private const string CopyRefusals =
        "copy import_refusal (import_id, line, refusal_no, column_name, code, other_line) from stdin (format binary)";

    /// <summary>Adds rows of a chunk.</summary>
    public static async Task Add(NpgsqlConnection connection, int chunk, IReadOnlyList<StagedRow> rows)
    {
        await using (var copy = await connection.BeginBinaryImportAsync(CopyParticipants))
        {
            foreach (var staged in rows)
            {
                await Participant(copy, chunk, staged);
            }

            await copy.CompleteAsync();
        }

        await using (var copy = await connection.BeginBinaryImportAsync(CopyLocations))
        {
            foreach (var row in rows.Select(staged => staged.Row))
            {
                foreach (var location in row.Locations)
                {
                    await Location(copy, chunk, row.Id, location);
                }
            }

            await copy.CompleteAsync();
        }

        await using (var copy = await connection.BeginBinaryImportAsync(CopyLookups))
        {
            foreach (var staged in rows)
            {
                for (var i = 0; i < staged.Row.Lookups.Count; i++)
                {
                    var lookup = staged.Row.Lookups[i];
                    await copy.StartRowAsync();
                    await copy.WriteAsync(chunk, NpgsqlDbType.Integer);
                    await copy.WriteAsync(staged.Row.Id, NpgsqlDbType.Uuid);
                    await copy.WriteAsync(lookup.Hash.ToBytes(), NpgsqlDbType.Bytea);
                    await copy.WriteAsync(lookup.Kind == LookupKind.Phone, NpgsqlDbType.Boolean);
                    await copy.WriteAsync((short)(i + 1), NpgsqlDbType.Smallint);
                    await Text(copy, lookup.Kind == LookupKind.Phone ? staged.ColumnOf(lookup.Hash) : null);
                }
            }

            await copy.CompleteAsync();
        }
    }

    /// <summary>Adds refusals; those of a line come after each other.</summary>
    public static async Task Add(NpgsqlConnection connection, Guid id, IReadOnlyList<ImportRefusal> refusals)
    {
        if (refusals.Count == 0)
        {
            return;
        }

        var (line, number) = (0L, 0);
        await using var copy = await connection.BeginBinaryImportAsync(CopyRefusals);
        foreach (var refusal in refusals)
        {
            number = refusal.Line == line ? number + 1 : 1;
            line = refusal.Line;
            await copy.StartRowAsync();
            await copy.WriteAsync(id, NpgsqlDbType.Uuid);
            await copy.WriteAsync(line, NpgsqlDbType.Bigint);
            await copy.WriteAsync(number, NpgsqlDbType.Integer);
            await Text(copy, refusal.Column);
            await copy.WriteAsync(refusal.Code, NpgsqlDbType.Text);
            await (refusal.OtherLine is { } other ? copy.WriteAsync(other, NpgsqlDbType.Bigint) : copy.WriteNullAsync());
        }

        await copy.CompleteAsync();
    }

    private static async Task Participant(NpgsqlBinaryImporter copy, int chunk, StagedRow staged)
    {
        var row = staged.Row;
        await copy.StartRowAsync();
        await copy.WriteAsync(chunk, NpgsqlDbType.Integer);
        await copy.WriteAsync(staged.Line, NpgsqlDbType.Bigint);
        await copy.WriteAsync(row.Id, NpgsqlDbType.Uuid);
        await copy.WriteAsync(staged.Content.ToBytes(), NpgsqlDbType.Bytea);
        await copy.WriteAsync(StoredCodes.Of(row.Kind), NpgsqlDbType.Text);
        await copy.WriteAsync(StoredCodes.Of(row.Language), NpgsqlDbType.Text);
        await copy.WriteAsync((long)row.TargetGroups, NpgsqlDbType.Bigint);
        await copy.WriteAsync(row.WantsArticles, NpgsqlDbType.Boolean);
        await copy.WriteAsync(row.HasPracticeNumber, NpgsqlDbType.Boolean);
        await copy.WriteAsync(row.Source, NpgsqlDbType.Text);
        await copy.WriteAsync(StoredCodes.Of(row.LegalBasis), NpgsqlDbType.Text);
        await Time(copy, row.Consent?.At);
        await Text(copy, row.Consent?.TextVersion);
        await Text(copy, row.Confirmation is { } confirmation ? StoredCodes.Of(confirmation.Method) : null);
        await Time(copy, row.Confirmation?.At);
        await copy.WriteAsync(row.CreatedAt.ToUniversalTime(), NpgsqlDbType.TimestampTz);
        await copy.WriteAsync(row.Sealed!.MasterKeyId, NpgsqlDbType.Text);
        await copy.WriteAsync(row.Sealed.WrappedKey, NpgsqlDbType.Bytea);
        await copy.WriteAsync(row.Sealed.Data, NpgsqlDbType.Bytea);
        await copy.WriteAsync(StoredLookups.Of(row.Lookups), NpgsqlDbType.Bytea);
    }

    private static async Task Location(NpgsqlBinaryImporter copy, int chunk, Guid id, LocationRow location)
    {
        await copy.StartRowAsync();
        await copy.WriteAsync(chunk, NpgsqlDbType.Integer);
        await copy.WriteAsync(id, NpgsqlDbType.Uuid);
        await copy.WriteAsync((short)location.Number, NpgsqlDbType.Smallint);
        await copy.WriteAsync((long)location.Cell, NpgsqlDbType.Bigint);
        await copy.WriteAsync((long)location.Region, NpgsqlDbType.Bigint);
        await copy.WriteAsync(location.Point.Latitude, NpgsqlDbType.Double);
        await copy.WriteAsync(location.Point.Longitude, NpgsqlDbType.Double);
        await copy.WriteAsync((short)location.Channels, NpgsqlDbType.Smallint);
        await copy.WriteAsync(location.Hours.ToBytes(), NpgsqlDbType.Bytea);
        await Text(copy, location.Borders.Municipality);
        await Text(copy, location.Borders.District);
    }

    private static Task Text(NpgsqlBinaryImporter copy, string? text) =>
        text is null ? copy.WriteNullAsync() : copy.WriteAsync(text, NpgsqlDbType.Text);

    private static Task Time(NpgsqlBinaryImporter copy, DateTimeOffset? time) =>
        time is { } at ? copy.WriteAsync(at.ToUniversalTime(), NpgsqlDbType.TimestampTz) : copy.WriteNullAsync();
}
