using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>What a change of a participant does to letters, tokens and bounces, and to what they sent by text message, inside its transaction.</summary>
internal static class PostgresLetters
{
    /// <summary>Adds the letters of a change, and takes away what it makes useless.</summary>
    public static async Task Follow(PostgresStatements sql, ParticipantWrite write)
    {
        var row = write.Row;
        if (row.Sealed is null)
        {
            await sql.Execute("delete from letter where participant_id = $1", row.Id);
            await sql.Execute("delete from participant_token where participant_id = $1", row.Id);
            await sql.Execute(StoredBounces.Forget, row.Id);
            await sql.Execute(StoredInboundSms.Erase, row.Id);
        }
        else if (row.Status != ParticipantStatus.Pending)
        {
            await sql.Execute("delete from letter where participant_id = $1 and kind in ('confirm-email', 'confirm-sms')", row.Id);
            await sql.Execute(
                "delete from participant_token where participant_id = $1 and purpose in ('confirm-email', 'confirm-sms')",
                row.Id
            );
        }

        foreach (var kind in write.Letters)
        {
            await Add(sql, row.Id, kind, write.Change.At, unlessSince: write.Change.At);
        }
    }

    /// <summary>Adds a letter, in place of one of its kind from before a time.</summary>
    public static Task<int> Add(
        PostgresStatements sql,
        Guid participantId,
        LetterKind kind,
        DateTimeOffset now,
        DateTimeOffset unlessSince
    ) =>
        sql.Execute(
            """
            insert into letter (participant_id, kind, letter_id, created_at, due_at, attempts) values ($1, $2, $3, $4, $4, 0)
            on conflict (participant_id, kind) do update set letter_id = excluded.letter_id, created_at = excluded.created_at,
              due_at = excluded.due_at, attempts = 0, sent_at = null where letter.created_at < $5
            """,
            participantId,
            StoredCodes.Of(kind),
            Guid.NewGuid(),
            now,
            unlessSince
        );
}
