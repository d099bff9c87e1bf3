namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Puts one chunk of waiting rows into the register, inside somebody else's transaction. $1 is the chunk in every statement.</summary>
internal static class PostgresImportStep
{
    /// <summary>Everything here is found by keys. The server knows nothing of tables that were filled a moment ago: it would take a chunk for a handful of rows, or read all of the register.</summary>
    private const string ByKey = "set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off";

    /// <summary>In one order for everybody, and before anything else: nobody changes them while it is decided what becomes of them.</summary>
    private const string Lock = """
        select p.participant_id from import_participant w join participant p on p.participant_id = w.participant_id
        where w.chunk = $1 order by p.participant_id for update of p
        """;

    /// <summary>What each row of whom there is a participant comes to. Whoever left or was erased is not brought back by a file. The others are added: nothing is
    /// written on them, which would be a copy of the row.</summary>
    private const string Decide = """
        update import_participant as w set outcome = case
            when p.erased_at is not null then 'erased'
            when p.status = 'left' then 'already-left'
            when p.import_content = w.content then 'same'
            when p.import_version is distinct from p.version then 'changed-since'
            else 'change' end
        from participant p where w.chunk = $1 and p.participant_id = w.participant_id
        """;

    /// <summary>Of rows of the other tables. Not a join: nearly always nobody stays out.</summary>
    private const string GoesIn =
        "l.participant_id not in (select w.participant_id from import_participant w where w.chunk = $1 and w.outcome <> 'change')";

    /// <summary>Every phone of the chunk that somebody else holds: rarely any, so that is looked for first.</summary>
    private const string Taken = """
        with held as materialized (
          select l.participant_id, l.lookup_no, l.column_name
          from import_lookup l join participant_lookup r on r.held and r.hash = l.hash and r.participant_id <> l.participant_id
          where l.chunk = $1 and l.held)
        select w.line, held.lookup_no, held.column_name
        from held join import_participant w on w.chunk = $1 and w.participant_id = held.participant_id
        where w.outcome is null or w.outcome in ('change', 'phone-taken')
        """;

    private const string RefuseTaken = $"""
        insert into import_refusal (import_id, line, refusal_no, column_name, code)
        select $2, line, row_number() over (partition by line order by lookup_no), column_name, 'phone-taken' from ({Taken}) as taken
        """;

    private const string MarkTaken =
        $"update import_participant set outcome = 'phone-taken' where chunk = $1 and line in (select line from ({Taken}) as taken)";

    private const string RefuseOthers = """
        insert into import_refusal (import_id, line, refusal_no, code)
        select $2, line, 1, outcome from import_participant where chunk = $1 and outcome in ('erased', 'already-left', 'changed-since')
        """;

    private const string TouchOld = """
        insert into import_cell (cell)
        select distinct l.cell from import_participant w join location l on l.participant_id = w.participant_id
        where w.chunk = $1 and w.outcome = 'change' order by 1
        on conflict do nothing
        """;

    private const string TouchNew = $"""
        insert into import_cell (cell)
        select distinct l.cell from import_location l where l.chunk = $1 and {GoesIn} order by 1
        on conflict do nothing
        """;

    private const string DeleteLookups = """
        delete from participant_lookup r
        using import_participant w, participant p, generate_series(0, 255) as place
        where w.chunk = $1 and w.outcome = 'change' and p.participant_id = w.participant_id and place < length(p.lookups) / 17
          and r.hash = substring(p.lookups from place * 17 + 2 for 16) and r.participant_id = p.participant_id
        """;

    private const string DeleteLocations =
        "delete from location where participant_id in (select participant_id from import_participant where chunk = $1 and outcome = 'change')";

    private const string Update = """
        update participant as p set version = p.version + 1,
          status = case when p.status = 'pending' and w.confirmed_by is not null then 'active' else p.status end,
          kind = w.kind, language = w.language, target_groups = w.target_groups, wants_articles = w.wants_articles,
          practice = w.practice, legal_basis = w.legal_basis, consent_at = w.consent_at, consent_text = w.consent_text,
          confirmed_by = coalesce(p.confirmed_by, w.confirmed_by), confirmed_at = coalesce(p.confirmed_at, w.confirmed_at),
          changed_at = $2, master_key = w.master_key, wrapped_key = w.wrapped_key, sealed = w.sealed, lookups = w.lookups,
          changed_by_transaction = pg_current_xact_id(), import_content = w.content, import_version = p.version + 1
        from import_participant w
        where w.chunk = $1 and w.outcome = 'change' and p.participant_id = w.participant_id
        """;

    private const string Insert = """
        insert into participant (participant_id, version, status, kind, language, target_groups, wants_articles, practice, source,
          legal_basis, consent_at, consent_text, confirmed_by, confirmed_at, created_at, changed_at, master_key, wrapped_key, sealed,
          lookups, import_content, import_version)
        select participant_id, 1, case when confirmed_by is null then 'pending' else 'active' end, kind, language, target_groups,
          wants_articles, practice, source, legal_basis, consent_at, consent_text, confirmed_by, confirmed_at, created_at, $2,
          master_key, wrapped_key, sealed, lookups, content, 1
        from import_participant where chunk = $1 and outcome is null
        """;

    private const string InsertLocations = $"""
        insert into location (participant_id, location_no, cell, region, latitude, longitude, channels, hours, municipality, district)
        select l.participant_id, l.location_no, l.cell, l.region, l.latitude, l.longitude, l.channels, l.hours, l.municipality, l.district
        from import_location l where l.chunk = $1 and {GoesIn}
        """;

    /// <summary>In the order in which everybody takes phones: two who want the same two must not wait for each other.</summary>
    private const string InsertLookups = $"""
        insert into participant_lookup (hash, participant_id, held)
        select l.hash, l.participant_id, l.held
        from import_lookup l where l.chunk = $1 and {GoesIn} order by l.hash
        """;

    private const string Count = """
        update import as i set applied = $1, added = i.added + found.added, changed = i.changed + found.changed,
          unchanged = i.unchanged + found.same, refused = i.refused + found.refused
        from (
          select count(*) filter (where outcome is null) as added, count(*) filter (where outcome = 'change') as changed,
            count(*) filter (where outcome = 'same') as same, count(*) filter (where outcome not in ('change', 'same')) as refused
          from import_participant where chunk = $1) as found
        where i.import_id = $2
        """;

    /// <summary>Applies the next chunk.</summary>
    /// <returns>Whether there was one.</returns>
    public static async Task<bool> Apply(PostgresStatements sql, Guid id, DateTimeOffset now)
    {
        // Locks the import: no other activation applies the same chunk.
        var next = await sql.Query(
            """
            select applied + 1, exists (select 1 from import_mark where import_id = $1)
            from import where import_id = $1 and state = 'applying' and applied < chunks for update
            """,
            row => (Chunk: row.GetInt32(0), Marked: row.GetBoolean(1)),
            id
        );
        if (next is not [var (chunk, marked)])
        {
            return false;
        }

        if (!marked)
        {
            await sql.Execute("update import set cancel_asked = true, chunks = applied where import_id = $1", id);
            return false;
        }

        await sql.Execute(ByKey);
        var known = await sql.Query(Lock, row => row.GetGuid(0), chunk);
        if (known.Count > 0)
        {
            await sql.Execute(Decide, chunk);
            await sql.Execute(RefuseOthers, chunk, id);
        }

        if (await sql.Execute(RefuseTaken, chunk, id) > 0)
        {
            await sql.Execute(MarkTaken, chunk);
        }

        if (known.Count > 0)
        {
            await sql.Execute(TouchOld, chunk);
            await sql.Execute(DeleteLookups, chunk);
            await sql.Execute(DeleteLocations, chunk);
            await sql.Execute(Update, chunk, now);
        }

        await sql.Execute(Insert, chunk, now);
        await sql.Execute(InsertLocations, chunk);
        await sql.Execute(InsertLookups, chunk);
        await sql.Execute(TouchNew, chunk);
        await sql.Execute(Count, chunk, id);
        return true;
    }
}
