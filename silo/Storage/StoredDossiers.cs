using System.Data.Common;
using Burgernet.Dialing;
using Burgernet.Dossier;
using Burgernet.Grains.Dossier;

namespace Burgernet.Silo.Storage;

/// <summary>Rows of a dossier as either database gives them.</summary>
internal static class StoredDossiers
{
    /// <summary>The attempts of the deliveries of a lane, <c>t</c> being the table of attempts.</summary>
    public const string AttemptsOfLane = """
        join delivery d on d.action_id = t.action_id and d.message_no = t.message_no and d.participant_id = t.participant_id and d.channel = t.channel
        where d.action_id = $1 and d.lane = $2
        """;

    /// <summary>The name under which the key of pseudonyms stands among the settings of the register.</summary>
    public const string PseudonymKey = "pseudonym-key";

    /// <summary>The last entry of an action's chain and its signature.</summary>
    public const string HeadOf = """
        select e.sequence, e.hash, e.at, e.operation_id, e.fingerprint, s.key_id, s.signature
        from action_event e left join action_signature s on s.action_id = e.action_id and s.sequence = e.sequence
        where e.action_id = $1 order by e.sequence desc limit 1
        """;

    /// <summary>Deliveries with their last attempts; parameters: action, band and participant of the last one read, how many.</summary>
    public const string DeliveriesOf = """
        select d.participant_id, d.message_no, d.channel, d.language, d.band, d.selected_at, d.result, d.result_at, d.contacted,
               t.attempt_no, t.carrier, t.redial, t.claimed_at, t.rang_at, t.answered_at, t.ended_at, t.end_code, t.sip_status, t.keys, t.played_ms
        from delivery d left join attempt t
          on t.action_id = d.action_id and t.message_no = d.message_no and t.participant_id = d.participant_id and t.channel = d.channel
          and t.attempt_no = (select max(b.attempt_no) from attempt b where b.action_id = d.action_id
            and b.message_no = d.message_no and b.participant_id = d.participant_id and b.channel = d.channel)
        where d.action_id = $1 and (d.band, d.participant_id, d.message_no, d.channel) > ($2, $3, $4, $5)
        order by d.band, d.participant_id, d.message_no, d.channel limit $6
        """;

    /// <summary>Attempts; parameters: action, the place after which they stand, how many.</summary>
    public const string AttemptsOf = """
        select participant_id, message_no, channel,
               attempt_no, carrier, redial, claimed_at, rang_at, answered_at, ended_at, end_code, sip_status, keys, played_ms
        from attempt where action_id = $1 and (message_no, participant_id, channel, attempt_no) > ($2, $3, $4, $5)
        order by message_no, participant_id, channel, attempt_no limit $6
        """;

    /// <summary>A head, from <see cref="HeadOf"/>.</summary>
    public static DossierHead Head(DbDataReader row) =>
        new()
        {
            Sequence = row.GetInt64(0),
            Hash = row.Hex(1),
            At = row.Time(2),
            Act = Convert.ToHexStringLower(SignedHead.ActOf(row.TextOrNull(3), row.TextOrNull(4))),
            KeyId = row.TextOrNull(5),
            Signature = row.IsDBNull(6) ? null : Convert.ToBase64String(row.Bytes(6)),
        };

    /// <summary>A delivery, from <see cref="DeliveriesOf"/>.</summary>
    public static FoundDelivery Delivery(DbDataReader row)
    {
        var last = row.IsDBNull(9) ? null : View(row, 9);
        return new FoundDelivery(
            row.Uuid(0),
            new DeliveryRecord
            {
                Pseudonym = "",
                Message = row.GetInt32(1),
                Channel = row.GetString(2),
                Language = row.Language(3),
                Band = row.GetInt32(4),
                SelectedAt = row.Time(5),
                Result = (DeliveryResult)row.GetInt32(6),
                ResultAt = row.TimeOrNull(7),
                Contacted = row.GetBoolean(8),
                Attempts = last?.Attempt ?? 0,
                Last = last,
            }
        );
    }

    /// <summary>An attempt, from <see cref="AttemptsOf"/>.</summary>
    public static FoundAttempt Attempt(DbDataReader row) => new(row.Uuid(0), View(row, 3));

    private static AttemptView View(DbDataReader row, int from) =>
        new()
        {
            Pseudonym = "",
            Message = row.GetInt32(1),
            Channel = row.GetString(2),
            Attempt = row.GetInt32(from),
            Carrier = row.GetString(from + 1),
            Redial = row.GetBoolean(from + 2),
            ClaimedAt = row.Time(from + 3),
            RangAt = row.TimeOrNull(from + 4),
            AnsweredAt = row.TimeOrNull(from + 5),
            EndedAt = row.TimeOrNull(from + 6),
            End = (CallEnd)row.GetInt32(from + 7),
            SipStatus = row.GetInt32(from + 8),
            Keys = row.GetString(from + 9),
            PlayedMilliseconds = row.GetInt32(from + 10),
        };

    /// <summary>A row, column by column.</summary>
    public static IReadOnlyList<object?> Row(DbDataReader row, DossierTable table)
    {
        var columns = new object?[table.Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = row.IsDBNull(i) ? null : Plain(row.GetValue(i));
        }

        return columns;
    }

    /// <summary>A value in the form in which <see cref="DossierTable"/> has it.</summary>
    private static object Plain(object value) =>
        value switch
        {
            bool flag => flag ? 1L : 0L,
            short number => (long)number,
            int number => (long)number,
            Guid id => id.ToString("D"),
            DateTime time => (time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
            _ => value,
        };
}
