using Burgernet.Grains.Mail;
using Burgernet.Grains.Signups;
using Microsoft.Data.Sqlite;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>The outbox in SQLite.</summary>
internal sealed class SqliteLetterStore(SqliteDatabase database) : ILetterStore
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
                limit
            )
        );

    public Task<bool> Take(StoredLetter letter, DateTimeOffset dueAgain, IReadOnlyList<StoredToken> tokens) =>
        database.Write(sql =>
        {
            var taken = sql.Execute(
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
                sql.Execute(
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
        database.Write(sql =>
        {
            SqliteLetters.Add(sql, participantId, kind, now, unlessSince);
            return new WriteStep<bool>(Result: true, Keep: true);
        });

    public Task<DateTimeOffset?> AskedSince(Guid participantId) =>
        database.Read(sql =>
            sql.Query(
                "select max(created_at) from letter where participant_id = $1 and kind in ('confirm-email', 'confirm-sms')",
                row => row.TimeOrNull(0),
                participantId
            )[0]
        );

    public async Task<IReadOnlyList<StoredLetter>> ReadUnanswered(DateTimeOffset before, int limit) =>
        await database.Read(sql =>
            sql.Query(
                """
                select letter_id, participant_id, kind, created_at, attempts from letter
                where created_at < $1 and kind in ('confirm-email', 'confirm-sms') order by created_at limit $2
                """,
                Letter,
                before,
                limit
            )
        );

    public Task<int> Forget(DateTimeOffset before, int limit) =>
        Execute(
            """
            delete from letter where letter_id in
              (select letter_id from letter where created_at < $1 and kind not in ('confirm-email', 'confirm-sms') order by created_at limit $2)
            """,
            before,
            limit
        );

    private Task<int> Execute(string statement, params object?[] values) =>
        database.Write(sql => new WriteStep<int>(sql.Execute(statement, values), Keep: true));

    private static StoredLetter Letter(SqliteDataReader row) =>
        new(row.Uuid(0), row.Uuid(1), StoredCodes.Parse<LetterKind>(row.GetString(2)), row.Time(3), row.GetInt32(4));
}
