using Burgernet.Grains.Mail;
using Burgernet.Grains.Signups;
using Npgsql;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>The outbox in PostgreSQL.</summary>
internal sealed class PostgresLetterStore(PostgresDatabase database) : ILetterStore
{
    public async Task<IReadOnlyList<StoredLetter>> ReadDue(DateTimeOffset now, int limit) =>
        await database.Read(sql =>
            sql.Query(
                """
                select letter_id, participant_id, kind, created_at, attempts from letter
                where due_at is not null and due_at <= $1 order by due_at limit $2
                """,
                Letter,
                now,
                (long)limit
            )
        );

    public Task<bool> Take(StoredLetter letter, DateTimeOffset dueAgain, IReadOnlyList<StoredToken> tokens) =>
        database.Write(async sql =>
        {
            var taken = await sql.Execute(
                "update letter set attempts = attempts + 1, due_at = $3 where letter_id = $1 and attempts = $2 and due_at is not null",
                letter.Id,
                letter.Attempts,
                dueAgain
            );
            if (taken == 0)
            {
                return new WriteStep<bool>(Result: false, Keep: false);
            }

            foreach (var token in tokens)
            {
                // A code may come out like one from before; then it is that one.
                await sql.Execute(
                    """
                    insert into participant_token (hash, participant_id, purpose, expires_at, tries) values ($1, $2, $3, $4, 0)
                    on conflict (hash) do update set expires_at = excluded.expires_at
                    """,
                    token.Hash.ToBytes(),
                    token.ParticipantId,
                    StoredCodes.Of(token.Purpose),
                    token.ExpiresAt
                );
            }

            return new WriteStep<bool>(Result: true, Keep: true);
        });

    public Task MarkSent(Guid letterId, DateTimeOffset at) =>
        Execute("update letter set sent_at = $2, due_at = null where letter_id = $1", letterId, at);

    public Task GiveUp(Guid letterId) => Execute("update letter set due_at = null where letter_id = $1", letterId);

    public Task Add(Guid participantId, LetterKind kind, DateTimeOffset now, DateTimeOffset unlessSince) =>
        database.Write(async sql =>
        {
            await PostgresLetters.Add(sql, participantId, kind, now, unlessSince);
            return new WriteStep<bool>(Result: true, Keep: true);
        });

    public async Task<DateTimeOffset?> AskedSince(Guid participantId) =>
        (
            await database.Read(sql =>
                sql.Query(
                    "select max(created_at) from letter where participant_id = $1 and kind in ('confirm-email', 'confirm-sms')",
                    row => row.TimeOrNull(0),
                    participantId
                )
            )
        )[0];

    public async Task<IReadOnlyList<StoredLetter>> ReadUnanswered(DateTimeOffset before, int limit) =>
        await database.Read(sql =>
            sql.Query(
                """
                select letter_id, participant_id, kind, created_at, attempts from letter
                where created_at < $1 and kind in ('confirm-email', 'confirm-sms') order by created_at limit $2
                """,
                Letter,
                before,
                (long)limit
            )
        );

    public Task<int> Forget(DateTimeOffset before, int limit) =>
        Execute(
            """
            delete from letter where letter_id = any (array(
              select letter_id from letter where created_at < $1 and kind not in ('confirm-email', 'confirm-sms') order by created_at limit $2))
            """,
            before,
            (long)limit
        );

    private Task<int> Execute(string statement, params object?[] values) =>
        database.Write(async sql => new WriteStep<int>(await sql.Execute(statement, values), Keep: true));

    private static StoredLetter Letter(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetGuid(1), StoredCodes.Parse<LetterKind>(row.GetString(2)), row.Time(3), row.GetInt32(4));
}
