using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Rows of participants, their locations and look-ups, read and written inside somebody else's transaction.</summary>
internal static class PostgresParticipantRows
{
    /// <summary>The columns of a participant, in the order of <see cref="StoredRegister.Values(ParticipantRow)"/>.</summary>
    public const string Columns = """
        participant_id, version, status, kind, language, target_groups, wants_articles, practice, source, legal_basis,
        consent_at, consent_text, confirmed_by, confirmed_at, created_at, changed_at, left_at, erased_at, master_key, wrapped_key, sealed,
        lookups
        """;

    private const string Parameters = "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22";

    private const string Insert = $"insert into participant ({Columns}) values ({Parameters}) on conflict (participant_id) do nothing";

    private const string Update =
        $"update participant set ({Columns}, changed_by_transaction) = ({Parameters}, pg_current_xact_id()) where participant_id = $1 and version = $2 - 1";

    /// <summary>A participant, or null.</summary>
    public static async Task<ParticipantRow?> Read(PostgresStatements sql, Guid participantId)
    {
        if (
            await sql.Query($"select {Columns} from participant where participant_id = $1", StoredRegister.Participant, participantId)
            is not [var row]
        )
        {
            return null;
        }

        var locations = await sql.Query(
            """
            select location_no, latitude, longitude, cell, region, municipality, district, channels, hours
            from location where participant_id = $1 order by location_no
            """,
            StoredRegister.Location,
            participantId
        );
        return row with { Locations = locations };
    }

    /// <summary>Participants with their locations.</summary>
    /// <param name="sql">A snapshot.</param>
    /// <param name="where">Which, and in which order.</param>
    /// <param name="values">What stands for <c>$1</c>, <c>$2</c> ….</param>
    public static async Task<List<ParticipantRow>> ReadMany(PostgresStatements sql, string where, object?[] values)
    {
        var rows = await sql.Query($"select {Columns} from participant where {where}", StoredRegister.Participant, values);
        var locations = (
            await sql.Query(
                """
                select location_no, latitude, longitude, cell, region, municipality, district, channels, hours, participant_id
                from location where participant_id = any ($1) order by participant_id, location_no
                """,
                row => (Participant: row.GetGuid(9), Location: StoredRegister.Location(row)),
                rows.Select(row => row.Id).ToArray()
            )
        ).ToLookup(row => row.Participant, row => row.Location);
        return rows.ConvertAll(row => row with { Locations = [.. locations[row.Id]] });
    }

    /// <summary>Puts a row in place of the one of the version before it, or where there is none.</summary>
    /// <param name="sql">The transaction.</param>
    /// <param name="row">The row.</param>
    /// <param name="taken">The phones that another participant holds are added here; nothing of it may be kept then.</param>
    /// <returns>False where another version stands there: nothing was written.</returns>
    public static async Task<bool> Write(PostgresStatements sql, ParticipantRow row, List<LookupHash> taken)
    {
        // The row is locked by the write itself; what it said before is still what this reads.
        var before = await sql.Query(
            "select lookups from participant where participant_id = $1 and version = $2 for update",
            found => StoredLookups.Parse(found.Bytes(0)),
            row.Id,
            row.Version - 1
        );
        if (await sql.Execute(row.Version == 1 ? Insert : Update, StoredRegister.Values(row)) == 0)
        {
            return false;
        }

        await sql.Execute(
            "delete from participant_lookup where hash = any ($1) and participant_id = $2",
            before.SelectMany(lookups => lookups).Select(lookup => lookup.Hash.ToBytes()).ToArray(),
            row.Id
        );
        await sql.Execute("delete from location where participant_id = $1", row.Id);
        foreach (var location in row.Locations)
        {
            await sql.Execute(
                """
                insert into location (participant_id, location_no, cell, region, latitude, longitude, channels, hours, municipality, district)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                row.Id,
                (short)location.Number,
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

        taken.AddRange(await AddLookups(sql, row));
        return true;
    }

    /// <summary>Adds the look-ups. Where another transaction is about to hold one of the phones, it waits for what becomes of that.</summary>
    /// <returns>The phones that another participant holds.</returns>
    private static async Task<IEnumerable<LookupHash>> AddLookups(PostgresStatements sql, ParticipantRow row)
    {
        // In one order for everybody: two who want the same two phones must not wait for each other.
        var lookups = row.Lookups.OrderBy(lookup => lookup.Hash.High).ThenBy(lookup => lookup.Hash.Low).ToArray();
        var added = await sql.Query(
            """
            insert into participant_lookup (hash, participant_id, held)
            select l.hash, $2, l.held from unnest($1, $3) with ordinality as l (hash, held, place) order by l.place
            on conflict (hash) where held do nothing
            returning hash
            """,
            found => LookupHash.FromBytes(found.Bytes(0)),
            lookups.Select(lookup => lookup.Hash.ToBytes()).ToArray(),
            row.Id,
            lookups.Select(row.Holds).ToArray()
        );
        return lookups.Select(lookup => lookup.Hash).Except(added);
    }
}
