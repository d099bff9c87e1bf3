using Burgernet.Grains.Imports;
using Burgernet.Imports;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>Bulk imports in SQLite.</summary>
internal sealed class SqliteImportStore(SqliteDatabase database) : IImportStore
{
    private const string Columns = """
        import_id, control_room, started_by, source, state, cancel_asked, problem, problem_line, problem_column, problem_most,
        bytes, sha256, rows_read, refused, added, changed, unchanged, started_at, ended_at
        """;

    private static readonly string[] Waiting = ["import_participant", "import_location", "import_lookup", "import_cell"];

    public Task<ImportSnapshot?> Read(Guid id) => database.Read(sql => Read(sql, id));

    public async Task<IReadOnlyList<ImportSnapshot>> List(string controlRoom, int limit) =>
        await database.Read(sql =>
            sql.Query(
                $"select {Columns} from import where control_room = $1 order by started_at desc, import_id limit $2",
                StoredImports.Import,
                controlRoom,
                limit
            )
        );

    public async Task<IReadOnlyList<Guid>> ListRunning() =>
        await database.Read(sql => sql.Query("select import_id from import where ended_at is null", row => row.Uuid(0)));

    public Task<bool> Begin(ImportSnapshot import) =>
        database.Write(sql =>
        {
            if (sql.Query("select 1 from import where ended_at is null and import_id <> $1", _ => true, import.Id) is not [])
            {
                return new WriteStep<bool>(false, Keep: false);
            }

            LetGo(sql);
            sql.Execute("delete from import_refusal where import_id = $1", import.Id);
            sql.Execute("delete from import where import_id = $1", import.Id);
            sql.Execute(
                """
                insert into import (import_id, control_room, started_by, source, state, cancel_asked, bytes, rows_read, refused,
                  added, changed, unchanged, started_at, chunks, applied)
                values ($1, $2, $3, $4, $5, 0, 0, 0, 0, 0, 0, 0, $6, 0, 0)
                """,
                import.Id,
                import.Order.ControlRoom,
                import.Order.By,
                import.Order.Source,
                StoredCodes.Of(import.State),
                import.StartedAt
            );
            return Done(true);
        });

    public Task Stage(Guid id, int chunk, ImportSnapshot received, IReadOnlyList<StagedRow> rows, IReadOnlyList<ImportRefusal> refusals) =>
        database.Write(sql =>
        {
            var isNext =
                sql.Execute(
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
                SqliteImportRows.Add(sql, chunk, rows);
                SqliteImportRows.Add(sql, id, refusals);
            }

            return Done(true);
        });

    public async Task<bool> Move(ImportState from, ImportSnapshot to)
    {
        var moved = await database.Write(sql =>
        {
            var moves = sql.Execute(
                """
                update import set state = $3, problem = $4, problem_line = $5, problem_column = $6, problem_most = $7,
                  bytes = $8, sha256 = $9, rows_read = $10, refused = $11, ended_at = $12
                where import_id = $1 and state = $2
                """,
                StoredImports.Values(from, to)
            );
            if (moves == 1 && to.Ended)
            {
                LetGo(sql);
            }

            return Done(moves == 1);
        });
        if (moved && to.Ended)
        {
            // What waited was sealed with keys of its own: an erased participant's must not linger in the log.
            await database.DropOldPages();
        }

        return moved;
    }

    public Task AskCancel(Guid id) =>
        database.Write(sql => Done(sql.Execute("update import set cancel_asked = 1 where import_id = $1", id)));

    public Task<ImportSnapshot?> ApplyNext(Guid id, DateTimeOffset now) =>
        database.Write(sql => Done(SqliteImportStep.Apply(sql, id, now) ? Read(sql, id) : null));

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
                limit
            )
        );

    public Task Forget(DateTimeOffset before) =>
        database.Write(sql =>
        {
            sql.Execute("delete from import_refusal where import_id in (select import_id from import where ended_at < $1)", before);
            return Done(sql.Execute("delete from import where ended_at < $1", before));
        });

    private static void LetGo(SqliteStatements sql)
    {
        foreach (var table in Waiting)
        {
            sql.Execute($"delete from {table}");
        }
    }

    private static ImportSnapshot? Read(SqliteStatements sql, Guid id) =>
        sql.Query($"select {Columns} from import where import_id = $1", StoredImports.Import, id).FirstOrDefault();

    private static WriteStep<T> Done<T>(T result) => new(result, Keep: true);
}
