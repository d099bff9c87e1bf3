using Burgernet.Grains.Imports;
using Burgernet.Grains.Participants;
using Burgernet.Imports;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>Adds rows that wait, and refusals, inside somebody else's transaction.</summary>
internal static class SqliteImportRows
{
    /// <summary>Adds rows of a chunk.</summary>
    public static void Add(SqliteStatements sql, int chunk, IReadOnlyList<StagedRow> rows)
    {
        foreach (var staged in rows)
        {
            Participant(sql, chunk, staged);
            foreach (var location in staged.Row.Locations)
            {
                Location(sql, chunk, staged.Row.Id, location);
            }

            for (var i = 0; i < staged.Row.Lookups.Count; i++)
            {
                var lookup = staged.Row.Lookups[i];
                sql.Execute(
                    "insert into import_lookup (chunk, participant_id, hash, held, lookup_no, column_name) values ($1, $2, $3, $4, $5, $6)",
                    chunk,
                    staged.Row.Id,
                    lookup.Hash.ToBytes(),
                    lookup.Kind == LookupKind.Phone,
                    i + 1,
                    lookup.Kind == LookupKind.Phone ? staged.ColumnOf(lookup.Hash) : null
                );
            }
        }
    }

    /// <summary>Adds refusals; those of a line come after each other.</summary>
    public static void Add(SqliteStatements sql, Guid id, IReadOnlyList<ImportRefusal> refusals)
    {
        var (line, number) = (0L, 0);
        foreach (var refusal in refusals)
        {
            number = refusal.Line == line ? number + 1 : 1;
            line = refusal.Line;
            sql.Execute(
                "insert into import_refusal (import_id, line, refusal_no, column_name, code, other_line) values ($1, $2, $3, $4, $5, $6)",
                id,
                line,
                number,
                refusal.Column,
                refusal.Code,
                refusal.OtherLine
            );
        }
    }

    private static void Participant(SqliteStatements sql, int chunk, StagedRow staged)
    {
        var row = staged.Row;
        sql.Execute(
            """
            insert into import_participant (chunk, line, participant_id, content, kind, language, target_groups, wants_articles, practice,
              source, legal_basis, consent_at, consent_text, confirmed_by, confirmed_at, created_at, master_key, wrapped_key, sealed,
              lookups)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
            """,
            chunk,
            staged.Line,
            row.Id,
            staged.Content.ToBytes(),
            StoredCodes.Of(row.Kind),
            StoredCodes.Of(row.Language),
            row.TargetGroups,
            row.WantsArticles,
            row.HasPracticeNumber,
            row.Source,
            StoredCodes.Of(row.LegalBasis),
            row.Consent?.At,
            row.Consent?.TextVersion,
            row.Confirmation is { } confirmation ? StoredCodes.Of(confirmation.Method) : null,
            row.Confirmation?.At,
            row.CreatedAt,
            row.Sealed!.MasterKeyId,
            row.Sealed.WrappedKey,
            row.Sealed.Data,
            StoredLookups.Of(row.Lookups)
        );
    }

    private static void Location(SqliteStatements sql, int chunk, Guid id, LocationRow location) =>
        sql.Execute(
            """
            insert into import_location (chunk, participant_id, location_no, cell, region, latitude, longitude, channels, hours,
              municipality, district)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            chunk,
            id,
            location.Number,
            location.Cell,
            location.Region,
            location.Point.Latitude,
            location.Point.Longitude,
            location.Channels,
            location.Hours.ToBytes(),
            location.Borders.Municipality,
            location.Borders.District
        );
}
