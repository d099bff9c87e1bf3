using System.Data.Common;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Sms;
using Burgernet.Sms;

namespace Burgernet.Silo.Storage;

/// <summary>Text messages from people as either database gives them, and the statements that both know.</summary>
internal static class StoredInboundSms
{
    public const string Columns = """
        sms_id, received_at, carrier, practice, destination, sender, words, part_reference, part_number, part_total,
        master_key, wrapped_key, sealed, state, attempts, meaning, participant_id, language, action_id, control_room,
        outcome, reply, replied_at, reply_result
        """;

    public const string Insert = """
        insert into inbound_sms (sms_id, received_at, carrier, practice, destination, sender, words, part_reference, part_number, part_total,
          master_key, wrapped_key, sealed, state, due_at, same)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'received', $14, $15)
        """;

    public const string FindSame = "select 1 from inbound_sms where same = $1 and received_at >= $2 limit 1";

    public const string Due = """
        select sender from inbound_sms where due_at is not null and due_at <= $1 group by sender order by min(due_at) limit $2
        """;

    public const string Waiting = $"""
        select {Columns} from inbound_sms where sender = $1 and state in ('received', 'decided') order by received_at, sms_id
        """;

    public const string One = $"select {Columns} from inbound_sms where sms_id = $1";

    public const string Recent = $"""
        select {Columns} from inbound_sms where sender = $1 and received_at > $2 and state <> 'joined'
        order by received_at desc, sms_id limit 500
        """;

    public const string Decide = """
        update inbound_sms set state = 'decided', meaning = $2, participant_id = $3, language = $4, action_id = $5, control_room = $6,
          master_key = $7, wrapped_key = $8, sealed = $9, due_at = received_at
        where sms_id = $1 and state = 'received'
        """;

    public const string Join = """
        update inbound_sms set state = 'joined', due_at = null, master_key = null, wrapped_key = null, sealed = null where sms_id = $1
        """;

    public const string Postpone = "update inbound_sms set due_at = $2, attempts = attempts + 1 where sms_id = $1 and due_at is not null";

    public const string TakeReply = "update inbound_sms set reply = $2, replied_at = $3 where sms_id = $1 and replied_at is null";

    public const string EndReply = "update inbound_sms set reply_result = $2 where sms_id = $1";

    public const string ReleaseReply = "update inbound_sms set reply = null, replied_at = null where sms_id = $1 and reply_result is null";

    public const string Finish = "update inbound_sms set state = 'done', due_at = null, outcome = $2 where sms_id = $1";

    public const string Wipe = "update inbound_sms set master_key = null, wrapped_key = null, sealed = null where sms_id = $1";

    public const string Assign = "update inbound_sms set outcome = 'tip', action_id = $2 where sms_id = $1 and outcome = 'unassigned'";

    /// <summary>An erased participant's messages that wait for nothing but to be read: their words go too.</summary>
    public const string Erase = """
        update inbound_sms set master_key = null, wrapped_key = null, sealed = null, participant_id = null
        where participant_id = $1 and state = 'done'
        """;

    /// <summary>Parameters: hash of the number, practice, since. In place of {true} what the database calls it.</summary>
    public const string Contacted = """
        select p.participant_id, p.language, d.action_id, a.control_room, max(t.claimed_at) as contacted_at
        from participant_lookup l
        join participant p on p.participant_id = l.participant_id
        join delivery d on d.participant_id = l.participant_id
        join action a on a.action_id = d.action_id
        join attempt t on t.action_id = d.action_id and t.message_no = d.message_no and t.participant_id = d.participant_id
          and t.channel = d.channel
        where l.hash = $1 and l.held = {true} and a.practice = $2 and a.status not in ('draft', 'archived') and t.claimed_at > $3
          and (d.contacted = {true} or t.rang_at is not null or t.answered_at is not null or t.ended_at is null)
        group by p.participant_id, p.language, d.action_id, a.control_room
        order by contacted_at desc
        """;

    public static StoredSms Read(DbDataReader row) =>
        new()
        {
            Id = row.Uuid(0),
            ReceivedAt = row.Time(1),
            Carrier = row.GetString(2),
            Practice = row.GetBoolean(3),
            To = row.GetString(4),
            Sender = LookupHash.FromBytes(row.Bytes(5)),
            Words = LookupHash.FromBytes(row.Bytes(6)),
            Part = row.IsDBNull(7) ? null : new InboundSmsPart(row.GetInt32(7), row.GetInt32(8), row.GetInt32(9)),
            Sealed = row.IsDBNull(12) ? null : new SealedData(row.GetString(10), row.Bytes(11), row.Bytes(12)),
            State = StoredCodes.Parse<SmsState>(row.GetString(13)),
            Attempts = row.GetInt32(14),
            Decision = row.TextOrNull(15) is { } meaning
                ? new SmsDecision(
                    StoredCodes.Parse<SmsMeaning>(meaning),
                    row.IsDBNull(16) ? null : row.Uuid(16),
                    row.TextOrNull(17) is { } language ? StoredCodes.LanguageOf(language) : null,
                    row.IsDBNull(18) ? null : row.Uuid(18),
                    row.TextOrNull(19)
                )
                : null,
            Outcome = row.TextOrNull(20) is { } outcome ? StoredCodes.Parse<SmsOutcome>(outcome) : null,
            Reply = row.TextOrNull(21) is { } reply ? StoredCodes.Parse<SmsReplyKind>(reply) : null,
            RepliedAt = row.TimeOrNull(22),
            ReplyResult = row.TextOrNull(23) is { } result ? StoredCodes.Parse<SmsReplyResult>(result) : null,
        };

    /// <summary>The values of <see cref="Insert"/>.</summary>
    public static object?[] Values(StoredSms message, LookupHash same, DateTimeOffset dueAt) =>
        [
            message.Id,
            message.ReceivedAt,
            message.Carrier,
            message.Practice,
            message.To,
            message.Sender.ToBytes(),
            message.Words.ToBytes(),
            message.Part?.Reference,
            message.Part?.Number,
            message.Part?.Total,
            message.Sealed?.MasterKeyId,
            message.Sealed?.WrappedKey,
            message.Sealed?.Data,
            dueAt,
            same.ToBytes(),
        ];

    /// <summary>The values of <see cref="Decide"/>.</summary>
    public static object?[] Values(StoredSms message, SmsDecision decision) =>
        [
            message.Id,
            StoredCodes.Of(decision.Meaning),
            decision.ParticipantId,
            decision.Language is { } language ? StoredCodes.Of(language) : null,
            decision.ActionId,
            decision.ControlRoom,
            message.Sealed?.MasterKeyId,
            message.Sealed?.WrappedKey,
            message.Sealed?.Data,
        ];

    /// <summary>A page of what was found, one more than it may hold having been asked for.</summary>
    public static UnassignedPage Page(List<StoredSms> found, int limit)
    {
        if (found.Count <= limit)
        {
            return new UnassignedPage(found, null);
        }

        found.RemoveAt(limit);
        return new UnassignedPage(found, new InboxCursor(found[^1]).ToString());
    }

    /// <summary>What fits no action, from a place on; parameters: 1 without help, of the place; its time; its id; the most; and then the carriers to leave out.</summary>
    /// <param name="isOneOf">How the database asks whether a carrier is one of <c>$5</c>.</param>
    public static string Unassigned(string isOneOf) =>
        $"""
            select {Columns} from inbound_sms
            where outcome = 'unassigned' and not ({isOneOf})
              and (case when meaning = 'help' then 0 else 1 end > $1
                or case when meaning = 'help' then 0 else 1 end = $1 and (received_at < $2 or received_at = $2 and sms_id > $3))
            order by case when meaning = 'help' then 0 else 1 end, received_at desc, sms_id limit $4
            """;
}
