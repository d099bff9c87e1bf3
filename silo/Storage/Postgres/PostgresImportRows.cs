using Burgernet.Grains.Imports;
using Burgernet.Grains.Participants;
using Burgernet.Imports;
using Npgsql;

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
    public static async Task Add(NpgsqlConnection connection, PostgresCopyBuffer buffer, int chunk, IReadOnlyList<StagedRow> rows)
    {
        buffer.Clear();
        foreach (var staged in rows)
        {
            Participant(buffer, chunk, staged);
        }

        await buffer.Send(connection, CopyParticipants);
        buffer.Clear();
        foreach (var row in rows.Select(staged => staged.Row))
        {
            foreach (var location in row.Locations)
            {
                Location(buffer, chunk, row.Id, location);
            }
        }

        await buffer.Send(connection, CopyLocations);
        buffer.Clear();
        foreach (var staged in rows)
        {
            Lookups(buffer, chunk, staged);
        }

        await buffer.Send(connection, CopyLookups);
    }

    /// <summary>Adds refusals; those of a line come after each other.</summary>
    public static async Task Add(NpgsqlConnection connection, PostgresCopyBuffer buffer, Guid id, IReadOnlyList<ImportRefusal> refusals)
    {
        if (refusals.Count == 0)
        {
            return;
        }

        var (line, number) = (0L, 0);
        buffer.Clear();
        foreach (var refusal in refusals)
        {
            number = refusal.Line == line ? number + 1 : 1;
            line = refusal.Line;
            buffer.Row(6);
            buffer.Write(id);
            buffer.Write(line);
            buffer.Write(number);
            buffer.Write(refusal.Column);
            buffer.Write(refusal.Code);
            buffer.Write(refusal.OtherLine);
        }

        await buffer.Send(connection, CopyRefusals);
    }

    private static void Participant(PostgresCopyBuffer buffer, int chunk, StagedRow staged)
    {
        var row = staged.Row;
        buffer.Row(20);
        buffer.Write(chunk);
        buffer.Write(staged.Line);
        buffer.Write(row.Id);
        buffer.Write(staged.Content.ToBytes());
        buffer.Write(StoredCodes.Of(row.Kind));
        buffer.Write(StoredCodes.Of(row.Language));
        buffer.Write((long)row.TargetGroups);
        buffer.Write(row.WantsArticles);
        buffer.Write(row.HasPracticeNumber);
        buffer.Write(row.Source);
        buffer.Write(StoredCodes.Of(row.LegalBasis));
        buffer.Write(row.Consent?.At);
        buffer.Write(row.Consent?.TextVersion);
        buffer.Write(row.Confirmation is { } confirmation ? StoredCodes.Of(confirmation.Method) : null);
        buffer.Write(row.Confirmation?.At);
        buffer.Write((DateTimeOffset?)row.CreatedAt);
        buffer.Write(row.Sealed!.MasterKeyId);
        buffer.Write(row.Sealed.WrappedKey);
        buffer.Write(row.Sealed.Data);
        buffer.Write(StoredLookups.Of(row.Lookups));
    }

    private static void Location(PostgresCopyBuffer buffer, int chunk, Guid id, LocationRow location)
    {
        buffer.Row(11);
        buffer.Write(chunk);
        buffer.Write(id);
        buffer.Write((short)location.Number);
        buffer.Write((long)location.Cell);
        buffer.Write((long)location.Region);
        buffer.Write(location.Point.Latitude);
        buffer.Write(location.Point.Longitude);
        buffer.Write((short)location.Channels);
        buffer.Write(location.Hours.ToBytes());
        buffer.Write(location.Borders.Municipality);
        buffer.Write(location.Borders.District);
    }

    private static void Lookups(PostgresCopyBuffer buffer, int chunk, StagedRow staged)
    {
        for (var i = 0; i < staged.Row.Lookups.Count; i++)
        {
            var lookup = staged.Row.Lookups[i];
            var isPhone = lookup.Kind == LookupKind.Phone;
            buffer.Row(6);
            buffer.Write(chunk);
            buffer.Write(staged.Row.Id);
            buffer.Write(lookup.Hash.ToBytes());
            buffer.Write(isPhone);
            buffer.Write((short)(i + 1));
            buffer.Write(isPhone ? staged.ColumnOf(lookup.Hash) : null);
        }
    }
}
