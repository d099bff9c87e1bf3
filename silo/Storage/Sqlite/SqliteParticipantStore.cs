using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>The register in SQLite.</summary>
internal sealed class SqliteParticipantStore(SqliteDatabase database) : IParticipantStore, IParticipantImport
{
    public Task<ParticipantRow?> Read(Guid participantId) => database.Read(sql => SqliteParticipantRows.Read(sql, participantId));

    public Task<StoredOperation?> FindOperation(Guid participantId, Guid operationId) =>
        database.Read(sql =>
            sql.Query(
                    "select fingerprint, version, status from participant_change where participant_id = $1 and operation_id = $2",
                    row => new StoredOperation(
                        LookupHash.FromBytes(row.Bytes(0)),
                        row.GetInt64(1),
                        StoredCodes.Parse<ParticipantStatus>(row.GetString(2))
                    ),
                    participantId,
                    operationId
                )
                .FirstOrDefault()
        );

    public async Task<ParticipantWriteResult> Write(ParticipantWrite write)
    {
        var result = await database.Write(sql => Write(sql, write));
        if (result.Outcome == ParticipantWriteOutcome.Stored && write.Row.Sealed is null)
        {
            await database.DropOldPages();
        }

        return result;
    }

    public async Task<IReadOnlyList<Guid>> Find(Lookup lookup, Guid? after, int limit) =>
        await database.Read(sql =>
            sql.Query(
                """
                select participant_id from participant_lookup where hash = $1 and participant_id > $2
                order by participant_id limit $3
                """,
                row => row.Uuid(0),
                lookup.Hash.ToBytes(),
                after?.ToString("D") ?? "",
                limit
            )
        );

    public async Task<IReadOnlyList<UntoldChange>> ReadUntold(long after, DateTimeOffset before, int limit) =>
        await database.Read(sql =>
            sql.Query(
                """
                select sequence, participant_id, version, cells from participant_change
                where told = 0 and sequence > $1 and at < $2 order by sequence limit $3
                """,
                row => new UntoldChange(row.GetInt64(0), row.Uuid(1), row.GetInt64(2), StoredCells.Parse(row.Bytes(3))),
                after,
                before,
                limit
            )
        );

    public Task MarkTold(IReadOnlyCollection<long> sequences) =>
        database.Write(sql =>
            Done(
                sql.Execute(
                    "update participant_change set told = 1, cells = x'' where sequence in (select value from json_each($1))",
                    SqliteLists.Of(sequences)
                )
            )
        );

    public Task<int> ForgetTold(DateTimeOffset before, int limit) =>
        database.Write(sql =>
            Done(
                sql.Execute(
                    """
                    delete from participant_change where sequence in
                      (select sequence from participant_change where at < $1 and told = 1 order by at limit $2)
                    """,
                    before,
                    limit
                )
            )
        );

    public Task<RegisterCount> Count() =>
        database.Read(sql =>
            sql.Query(
                "select count(*), coalesce(sum(practice), 0) from participant where erased_at is null",
                row => new RegisterCount(row.GetInt64(0), row.GetInt64(1))
            )[0]
        );

    /// <summary>A file is the same wherever it is put.</summary>
    public Task Mend() => Task.CompletedTask;

    public Task AddMany(IReadOnlyList<ParticipantRow> participants) =>
        database.Write(sql =>
        {
            foreach (var participant in participants)
            {
                SqliteParticipantRows.Add(sql, participant);
            }

            return Done(true);
        });

    private static WriteStep<ParticipantWriteResult> Write(SqliteStatements sql, ParticipantWrite write)
    {
        var row = write.Row;
        var version = sql.Query("select version from participant where participant_id = $1", found => found.GetInt64(0), row.Id)
            .FirstOrDefault();
        if (version != row.Version - 1)
        {
            return new(new(ParticipantWriteOutcome.VersionMoved, 0, []), Keep: false);
        }

        if (SqliteParticipantRows.Taken(sql, row) is { Length: > 0 } taken)
        {
            return new(new(ParticipantWriteOutcome.PhoneTaken, 0, taken), Keep: false);
        }

        SqliteParticipantRows.Write(sql, row);
        if (row.Sealed is null)
        {
            // What an earlier request said is in its fingerprint, for whoever has the key and guesses.
            sql.Execute("update participant_change set fingerprint = zeroblob(16) where participant_id = $1", row.Id);
            sql.Execute("update participant set import_content = null where participant_id = $1", row.Id);
        }

        SqliteLetters.Follow(sql, write);
        return Done(new ParticipantWriteResult(ParticipantWriteOutcome.Stored, Enter(sql, row, write.Change), []));
    }

    private static long Enter(SqliteStatements sql, ParticipantRow row, ParticipantChange change) =>
        sql.Query(
            """
            insert into participant_change (participant_id, version, status, operation_id, fingerprint, role, changed_by, at, cells, told)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning sequence
            """,
            entered => entered.GetInt64(0),
            StoredRegister.Values(row, change)
        )[0];

    private static WriteStep<T> Done<T>(T result) => new(result, Keep: true);
}
