using Burgernet.Grains.Actions;
using Burgernet.Grains.Imports;
using Burgernet.Imports;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Bulk imports in PostgreSQL.</summary>
internal sealed class PostgresImportStore(PostgresDatabase database) : IImportStore
{
    private const int ApplyTries = 4;

    /// <summary>A chunk may wait for somebody who registers one of its phones just now; the limit of ordinary statements is too short for that.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const string Columns = """
        import_id, control_room, started_by, source, state, cancel_asked, problem, problem_line, problem_column, problem_most,
        bytes, sha256, rows_read, refused, added, changed, unchanged, started_at, ended_at
        """;

    public Task<ImportSnapshot?> Read(Guid id) => database.Read(sql => Read(sql, id));

    public async Task<IReadOnlyList<ImportSnapshot>> List(string controlRoom, int limit) =>
        await database.Read(sql =>
            sql.Query(
                $"select {Columns} from import where control_room = $1 order by started_at desc, import_id limit $2",
                StoredImports.Import,
                controlRoom,
                (long)limit
            )
        );

    public async Task<IReadOnlyList<Guid>> ListRunning() =>
        await database.Read(sql => sql.Query("select import_id from import where ended_at is null", row => row.GetGuid(0)));

    public async Task<bool> Begin(ImportSnapshot import)
    {
        try
        {
            return await database.Write(async sql =>
            {
                // Ended long ago, or interrupted: it begins anew. The unique index lets nobody begin beside another one.
                await sql.Allow(Patience);
                await sql.Execute("delete from import_refusal where import_id = $1", import.Id);
                await sql.Execute("delete from import where import_id = $1", import.Id);
                await sql.Execute(
                    """
                    insert into import (import_id, control_room, started_by, source, state, cancel_asked, bytes, rows_read, refused,
                      added, changed, unchanged, started_at, chunks, applied)
                    values ($1, $2, $3, $4, $5, false, 0, 0, 0, 0, 0, 0, $6, 0, 0)
                    """,
                    import.Id,
                    import.Order.ControlRoom,
                    import.Order.By,
                    import.Order.Source,
                    StoredCodes.Of(import.State),
                    import.StartedAt
                );
                await LetGo(sql);
                await sql.Execute("insert into import_mark (import_id) values ($1)", import.Id);
                return Done(true);
            });
        }
        catch (StoreConflictException)
        {
            return false;
        }
    }

    public Task Stage(Guid id, int chunk, ImportSnapshot received, IReadOnlyList<StagedRow> rows, IReadOnlyList<ImportRefusal> refusals) =>
        database.Write(async sql =>
        {
            await sql.Allow(Patience);
            var isNext =
                await sql.Execute(
                    """
                    update import set chunks = $2, bytes = $3, rows_read = $4, refused = $5
                    where import_id = $1 and state = 'receiving' and chunks = $2 - 1
                    """,
                    id,
                    chunk,
                    received.Bytes,
                    received.Rows,
                    received.Refused
                ) == 1;
            if (isNext)
            {
                var buffer = new PostgresCopyBuffer();
                await PostgresImportRows.Add(sql.Connection, buffer, chunk, rows);
                await PostgresImportRows.Add(sql.Connection, buffer, id, refusals);
            }

            return Done(true);
        });

    public Task<bool> Move(ImportState from, ImportSnapshot to) =>
        database.Write(async sql =>
        {
            await sql.Allow(Patience);
            var moves = await sql.Execute(
                """
                update import set state = $3, problem = $4, problem_line = $5, problem_column = $6, problem_most = $7,
                  bytes = $8, sha256 = $9, rows_read = $10, refused = $11, ended_at = $12
                where import_id = $1 and state = $2
                """,
                StoredImports.Values(from, to)
            );
            if (moves == 1 && to.Ended)
            {
                await LetGo(sql);
            }

            return Done(moves == 1);
        });

    public Task AskCancel(Guid id) =>
        database.Write(async sql => Done(await sql.Execute("update import set cancel_asked = true where import_id = $1", id)));

    public async Task<ImportSnapshot?> ApplyNext(Guid id, DateTimeOffset now)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.Write(async sql =>
                {
                    await sql.Allow(Patience);
                    return Done(await PostgresImportStep.Apply(sql, id, now) ? await Read(sql, id) : null);
                });
            }
            catch (StoreConflictException) when (attempt < ApplyTries)
            {
                // Somebody registered one of the phones between the look and the write: the next look sees it.
            }
        }
    }

    public async Task<IReadOnlyList<ulong>> ReadTouchedCells(Guid id) =>
        await database.Read(sql => sql.Query("select cell from import_cell order by cell", row => (ulong)row.GetInt64(0)));

    public async Task<IReadOnlyList<NumberedRefusal>> ReadRefusals(Guid id, RefusalPlace after, int limit) =>
        await database.Read(sql =>
            sql.Query(
                """
                select line, refusal_no, column_name, code, other_line from import_refusal
                where import_id = $1 and (line, refusal_no) > ($2, $3) order by line, refusal_no limit $4
                """,
                row => new NumberedRefusal(
                    new RefusalPlace(row.GetInt64(0), row.GetInt32(1)),
                    new ImportRefusal(row.GetInt64(0), row.TextOrNull(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetInt64(4))
                ),
                id,
                after.Line,
                after.Number,
                (long)limit
            )
        );

    public Task Forget(DateTimeOffset before) =>
        database.Write(async sql =>
        {
            await sql.Allow(Patience);
            await sql.Execute("delete from import_refusal where import_id in (select import_id from import where ended_at < $1)", before);
            return Done(await sql.Execute("delete from import where ended_at < $1", before));
        });

    // What waited was sealed with keys of its own; truncated files are gone at once, unlike deleted rows.
    private static Task<int> LetGo(PostgresStatements sql) =>
        sql.Execute("truncate import_participant, import_location, import_lookup, import_cell, import_mark");

    private static async Task<ImportSnapshot?> Read(PostgresStatements sql, Guid id) =>
        (await sql.Query($"select {Columns} from import where import_id = $1", StoredImports.Import, id)).FirstOrDefault();

    private static WriteStep<T> Done<T>(T result) => new(result, Keep: true);
}
