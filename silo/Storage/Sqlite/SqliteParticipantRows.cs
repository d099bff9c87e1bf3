using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>Rows of participants, their locations and look-ups, read and written inside somebody else's transaction.</summary>
internal static class SqliteParticipantRows
{
    private const string Columns = """
        participant_id, version, status, kind, language, target_groups, wants_articles, practice, source, legal_basis,
        consent_at, consent_text, confirmed_by, confirmed_at, created_at, changed_at, left_at, erased_at, master_key, wrapped_key, sealed,
        lookups
        """;

    private const string Insert = $"""
        insert into participant ({Columns}, change_no)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
          (select coalesce(max(change_no), 0) + 1 from participant))
        """;

    private const string Upsert = $"""
        {Insert}
        on conflict (participant_id) do update set version = excluded.version, status = excluded.status, kind = excluded.kind,
          language = excluded.language, target_groups = excluded.target_groups, wants_articles = excluded.wants_articles,
          practice = excluded.practice, source = excluded.source, legal_basis = excluded.legal_basis, consent_at = excluded.consent_at,
          consent_text = excluded.consent_text, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at,
          changed_at = excluded.changed_at, left_at = excluded.left_at, erased_at = excluded.erased_at,
          master_key = excluded.master_key, wrapped_key = excluded.wrapped_key, sealed = excluded.sealed, lookups = excluded.lookups,
          change_no = excluded.change_no
        """;

    /// <summary>A participant, or null.</summary>
    public static ParticipantRow? Read(SqliteStatements sql, Guid participantId)
    {
        if (
            sql.Query($"select {Columns} from participant where participant_id = $1", StoredRegister.Participant, participantId)
            is not [var row]
        )
        {
            return null;
        }

        return row with
        {
            Locations = sql.Query(
                """
                select location_no, latitude, longitude, cell, region, municipality, district, channels, hours
                from location where participant_id = $1 order by location_no
                """,
                StoredRegister.Location,
                participantId
            ),
        };
    }

    /// <summary>Participants with their locations of the same instant.</summary>
    /// <param name="sql">A connection without a transaction.</param>
    /// <param name="where">Which, and in which order.</param>
    /// <param name="values">What stands for <c>$1</c>, <c>$2</c> ….</param>
    public static List<ParticipantRow> ReadMany(SqliteStatements sql, string where, object?[] values)
    {
        sql.Execute("begin");
        var rows = sql.Query($"select {Columns} from participant where {where}", StoredRegister.Participant, values);
        var locations = sql.Query(
                """
                select location_no, latitude, longitude, cell, region, municipality, district, channels, hours, participant_id
                from location where participant_id in (select value from json_each($1)) order by participant_id, location_no
                """,
                row => (Participant: row.Uuid(9), Location: StoredRegister.Location(row)),
                SqliteLists.Of(rows.Select(row => row.Id))
            )
            .ToLookup(row => row.Participant, row => row.Location);
        sql.Execute("commit");
        return rows.ConvertAll(row => row with { Locations = [.. locations[row.Id]] });
    }

    /// <summary>Puts a row in place of the one before it.</summary>
    public static void Write(SqliteStatements sql, ParticipantRow row)
    {
        foreach (
            var before in sql.Query("select lookups from participant where participant_id = $1", found => found.Bytes(0), row.Id)
                .SelectMany(lookups => StoredLookups.Parse(lookups))
        )
        {
            sql.Execute("delete from participant_lookup where hash = $1 and participant_id = $2", before.Hash.ToBytes(), row.Id);
        }

        sql.Execute("delete from location where participant_id = $1", row.Id);
        WriteOwn(sql, Upsert, row);
        AddRest(sql, row);
    }

    /// <summary>Adds a row; there must be none.</summary>
    public static void Add(SqliteStatements sql, ParticipantRow row)
    {
        WriteOwn(sql, Insert, row);
        AddRest(sql, row);
    }

    private static void WriteOwn(SqliteStatements sql, string statement, ParticipantRow row) =>
        sql.Execute(statement, StoredRegister.Values(row));

    private static void AddRest(SqliteStatements sql, ParticipantRow row)
    {
        foreach (var location in row.Locations)
        {
            sql.Execute(
                """
                insert into location (participant_id, location_no, cell, region, latitude, longitude, channels, hours, municipality, district)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                row.Id,
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

        foreach (var lookup in row.Lookups)
        {
            sql.Execute(
                "insert into participant_lookup (hash, participant_id, held) values ($1, $2, $3)",
                lookup.Hash.ToBytes(),
                row.Id,
                row.Holds(lookup)
            );
        }
    }

    /// <summary>The phones of a row that another participant holds.</summary>
    public static LookupHash[] Taken(SqliteStatements sql, ParticipantRow row) =>
        [.. row.Lookups.Where(row.Holds).Select(phone => phone.Hash).Where(hash => IsHeldByAnother(sql, hash, row.Id))];

    private static bool IsHeldByAnother(SqliteStatements sql, LookupHash hash, Guid participantId) =>
        sql.Query(
            "select 1 from participant_lookup where hash = $1 and held = 1 and participant_id <> $2",
            _ => true,
            hash.ToBytes(),
            participantId
        )
            is not [];
}
