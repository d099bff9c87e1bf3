using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>The register in PostgreSQL.</summary>
internal sealed class PostgresParticipantStore(PostgresDatabase database) : IParticipantStore, IParticipantImport
{
    public Task<ParticipantRow?> Read(Guid participantId) => database.ReadSnapshot(sql => PostgresParticipantRows.Read(sql, participantId));

    public async Task<StoredOperation?> FindOperation(Guid participantId, Guid operationId) =>
        (
            await database.Read(sql =>
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
            )
        ).FirstOrDefault();

    public Task<ParticipantWriteResult> Write(ParticipantWrite write) => database.Write(sql => Write(sql, write));

    public async Task<IReadOnlyList<Guid>> Find(Lookup lookup, Guid? after, int limit) =>
        await database.Read(sql =>
            sql.Query(
                """
                select participant_id from participant_lookup where hash = $1 and participant_id > $2
                order by participant_id limit $3
                """,
                row => row.GetGuid(0),
                lookup.Hash.ToBytes(),
                after ?? Guid.Empty,
                (long)limit
            )
        );

    public async Task<IReadOnlyList<UntoldChange>> ReadUntold(long after, DateTimeOffset before, int limit) =>
        await database.Read(sql =>
            sql.Query(
                """
                select sequence, participant_id, version, cells from participant_change
                where not told and sequence > $1 and at < $2 order by sequence limit $3
                """,
                row => new UntoldChange(row.GetInt64(0), row.GetGuid(1), row.GetInt64(2), StoredCells.Parse(row.Bytes(3))),
                after,
                before,
                (long)limit
            )
        );

    public Task MarkTold(IReadOnlyCollection<long> sequences) =>
        database.Write(async sql =>
            Done(await sql.Execute("update participant_change set told = true, cells = '' where sequence = any ($1)", sequences.ToArray()))
        );

    public Task<int> ForgetTold(DateTimeOffset before, int limit) =>
        database.Write(async sql =>
            Done(
                await sql.Execute(
                    """
                    delete from participant_change where sequence = any
                      (array(select sequence from participant_change where at < $1 and told order by at limit $2))
                    """,
                    before,
                    (long)limit
                )
            )
        );

    public async Task<RegisterCount> Count() =>
        (
            await database.Read(sql =>
                sql.Query(
                    "select count(*), count(*) filter (where practice) from participant where erased_at is null",
                    row => new RegisterCount(row.GetInt64(0), row.GetInt64(1))
                )
            )
        )[0];

    /// <summary>A dump has the numbers of the transactions of the server that it was made on; here they may lie in the future, and everybody would count as changed.</summary>
    public Task Mend() =>
        database.Write(async sql =>
            Done(
                await sql.Execute(
                    """
                    update participant set changed_by_transaction = pg_current_xact_id()
                    where changed_by_transaction >= pg_snapshot_xmax(pg_current_snapshot()) and changed_by_transaction <> pg_current_xact_id()
                    """
                )
            )
        );

    public Task AddMany(IReadOnlyList<ParticipantRow> participants) =>
        database.Write(async sql =>
        {
            // As long as it takes: there may be very many.
            await sql.Execute("set local statement_timeout = 0");
            await PostgresParticipantCopy.Add(sql.Connection, participants);
            return Done(true);
        });

    private static async Task<WriteStep<ParticipantWriteResult>> Write(PostgresStatements sql, ParticipantWrite write)
    {
        var row = write.Row;
        var taken = new List<LookupHash>();
        if (!await PostgresParticipantRows.Write(sql, row, taken))
        {
            return new(new(ParticipantWriteOutcome.VersionMoved, 0, []), Keep: false);
        }

        if (taken.Count > 0)
        {
            return new(new(ParticipantWriteOutcome.PhoneTaken, 0, taken), Keep: false);
        }

        if (row.Sealed is null)
        {
            // What an earlier request said is in its fingerprint, for whoever has the key and guesses.
            await sql.Execute(
                "update participant_change set fingerprint = $2 where participant_id = $1",
                row.Id,
                new byte[LookupHash.Length]
            );
            await sql.Execute("update participant set import_content = null where participant_id = $1", row.Id);
        }

        await PostgresLetters.Follow(sql, write);
        return Done(new ParticipantWriteResult(ParticipantWriteOutcome.Stored, await Enter(sql, row, write.Change), []));
    }

    private static async Task<long> Enter(PostgresStatements sql, ParticipantRow row, ParticipantChange change) =>
        (
            await sql.Query(
                """
                insert into participant_change (participant_id, version, status, operation_id, fingerprint, role, changed_by, at, cells, told)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning sequence
                """,
                entered => entered.GetInt64(0),
                StoredRegister.Values(row, change)
            )
        )[0];

    private static WriteStep<T> Done<T>(T result) => new(result, Keep: true);
}
