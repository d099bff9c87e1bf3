namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>Puts one chunk of waiting rows into the register, inside the writer's transaction. $1 is the chunk in every statement.</summary>
internal static class SqliteImportStep
{
    /// <summary>What each row comes to. Whoever left or was erased is not brought back by a file.</summary>
    private const string Decide = """
        update import_participant as w set outcome = coalesce(
          (select case
             when p.erased_at is not null then 'erased'
             when p.status = 'left' then 'already-left'
             when p.import_content = w.content then 'same'
             when p.import_version is not p.version then 'changed-since'
             else 'change' end
           from participant p where p.participant_id = w.participant_id), 'add')
        where w.chunk = $1
        """;

    /// <summary>Every phone of the chunk that somebody else holds.</summary>
    private const string Taken = """
        select w.line as line, l.lookup_no as lookup_no, l.column_name as column_name
        from import_participant w
          join import_lookup l on l.chunk = w.chunk and l.participant_id = w.participant_id and l.held = 1
          join participant_lookup r on r.held = 1 and r.hash = l.hash and r.participant_id <> w.participant_id
        where w.chunk = $1 and w.outcome in ('add', 'change', 'phone-taken')
        """;

    private const string RefuseTaken = $"""
        insert into import_refusal (import_id, line, refusal_no, column_name, code)
        select $2, line, row_number() over (partition by line order by lookup_no), column_name, 'phone-taken' from ({Taken})
        """;

    private const string MarkTaken =
        $"update import_participant set outcome = 'phone-taken' where chunk = $1 and line in (select line from ({Taken}))";

    private const string RefuseOthers = """
        insert into import_refusal (import_id, line, refusal_no, code)
        select $2, line, 1, outcome from import_participant where chunk = $1 and outcome in ('erased', 'already-left', 'changed-since')
        """;

    private const string TouchOld = """
        insert or ignore into import_cell (cell)
        select l.cell from import_participant w
          join participant p on p.participant_id = w.participant_id and p.status = 'active'
          join location l on l.participant_id = w.participant_id
        where w.chunk = $1 and w.outcome = 'change'
        """;

    private const string TouchNew = """
        insert or ignore into import_cell (cell)
        select l.cell from import_participant w
          join participant p on p.participant_id = w.participant_id and p.status = 'active'
          join location l on l.participant_id = w.participant_id
        where w.chunk = $1 and w.outcome in ('add', 'change')
        """;

    private const string Insert = """
        insert into participant (participant_id, version, status, kind, language, target_groups, wants_articles, practice, source,
          legal_basis, consent_at, consent_text, confirmed_by, confirmed_at, created_at, changed_at, master_key, wrapped_key, sealed,
          lookups, change_no, import_content, import_version)
        select participant_id, 1, case when confirmed_by is null then 'pending' else 'active' end, kind, language, target_groups,
          wants_articles, practice, source, legal_basis, consent_at, consent_text, confirmed_by, confirmed_at, created_at, $2,
          master_key, wrapped_key, sealed, lookups, $3, content, 1
        from import_participant where chunk = $1 and outcome = 'add'
        """;

    private const string Update = """
        update participant as p set version = p.version + 1,
          status = case when p.status = 'pending' and w.confirmed_by is not null then 'active' else p.status end,
          kind = w.kind, language = w.language, target_groups = w.target_groups, wants_articles = w.wants_articles,
          practice = w.practice, legal_basis = w.legal_basis, consent_at = w.consent_at, consent_text = w.consent_text,
          confirmed_by = coalesce(p.confirmed_by, w.confirmed_by), confirmed_at = coalesce(p.confirmed_at, w.confirmed_at),
          changed_at = $2, master_key = w.master_key, wrapped_key = w.wrapped_key, sealed = w.sealed,
          lookups = w.lookups, change_no = $3, import_content = w.content, import_version = p.version + 1
        from import_participant w
        where w.chunk = $1 and w.outcome = 'change' and p.participant_id = w.participant_id
        """;

    private const string DeleteLocations =
        "delete from location where participant_id in (select participant_id from import_participant where chunk = $1 and outcome = 'change')";

    private const string OldLookups = """
        select p.participant_id, p.lookups from import_participant w join participant p on p.participant_id = w.participant_id
        where w.chunk = $1 and w.outcome = 'change'
        """;

    private const string InsertLocations = """
        insert into location (participant_id, location_no, cell, region, latitude, longitude, channels, hours, municipality, district)
        select l.participant_id, l.location_no, l.cell, l.region, l.latitude, l.longitude, l.channels, l.hours, l.municipality, l.district
        from import_participant w join import_location l on l.chunk = w.chunk and l.participant_id = w.participant_id
        where w.chunk = $1 and w.outcome in ('add', 'change')
        """;

    private const string InsertLookups = """
        insert into participant_lookup (hash, participant_id, held)
        select l.hash, l.participant_id, l.held
        from import_participant w join import_lookup l on l.chunk = w.chunk and l.participant_id = w.participant_id
        where w.chunk = $1 and w.outcome in ('add', 'change')
        """;

    private const string Count = """
        update import set applied = $1,
          added = added + (select count(*) from import_participant where chunk = $1 and outcome = 'add'),
          changed = changed + (select count(*) from import_participant where chunk = $1 and outcome = 'change'),
          unchanged = unchanged + (select count(*) from import_participant where chunk = $1 and outcome = 'same'),
          refused = refused + (select count(*) from import_participant where chunk = $1 and outcome not in ('add', 'change', 'same'))
        where import_id = $2
        """;

    /// <summary>Applies the next chunk.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool Apply(SqliteStatements sql, Guid id, DateTimeOffset now)
    {
        var next = sql.Query(
            "select applied + 1 from import where import_id = $1 and state = 'applying' and applied < chunks",
            row => row.GetInt64(0),
            id
        );
        if (next is not [var chunk])
        {
            return false;
        }

        sql.Execute(Decide, chunk);
        sql.Execute(RefuseTaken, chunk, id);
        sql.Execute(MarkTaken, chunk);
        sql.Execute(RefuseOthers, chunk, id);
        sql.Execute(TouchOld, chunk);

        // One number for the whole chunk: higher than that of every change before it, which is all that is asked of it.
        var change = sql.Query("select coalesce(max(change_no), 0) + 1 from participant", row => row.GetInt64(0))[0];
        sql.Execute(DeleteLocations, chunk);
        foreach (var (participant, lookups) in sql.Query(OldLookups, row => (row.Uuid(0), StoredLookups.Parse(row.Bytes(1))), chunk))
        {
            foreach (var lookup in lookups)
            {
                sql.Execute("delete from participant_lookup where hash = $1 and participant_id = $2", lookup.Hash.ToBytes(), participant);
            }
        }

        sql.Execute(Update, chunk, now, change);
        sql.Execute(Insert, chunk, now, change);
        sql.Execute(InsertLocations, chunk);
        sql.Execute(InsertLookups, chunk);
        sql.Execute(TouchNew, chunk);
        sql.Execute(Count, chunk, id);
        return true;
    }
}
