using System.Data.Common;
using Burgernet.Actions;
using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Storage;

/// <summary>Receipts and parts of texts as either database has them.</summary>
internal static class StoredReceipts
{
    /// <summary>The parts of texts of which something was not told; parameter: how many texts.</summary>
    public const string Untold = """
        select p.centre, p.carrier_id, p.action_id, p.lane, p.participant_id, p.message_no, p.channel, p.attempt_no, p.state, p.state_at
        from text_part p
        where (p.action_id, p.message_no, p.participant_id, p.channel, p.attempt_no) in (
          select u.action_id, u.message_no, u.participant_id, u.channel, u.attempt_no from text_part u
          where {untold} order by u.state_at limit $1)
        """;

    /// <summary>
    /// Gives texts that were never acknowledged the name that a receipt uses for them; parameters: centre, its carriers, receipts from before. The text was claimed within two minutes of
    /// when the carrier says that it got it, or, where it does not say, in the day before the receipt. An attempt that never left (withheld, refused) is none that the receipt is for.
    /// </summary>
    public const string Unknown = """
        insert into text_part (centre, carrier_id, action_id, message_no, participant_id, channel, attempt_no, lane, part_no, accepted_at)
        select e.centre, e.carrier_id, {action}, min(d.message_no), {participant}, min(d.channel), min(t.attempt_no), min(d.lane), 1, min(t.claimed_at)
        from early_receipt e
        join participant_lookup l on l.hash = e.destination
        join delivery d on d.participant_id = l.participant_id and d.channel <> 'voice' and d.result = 30
        join attempt t on t.action_id = d.action_id and t.message_no = d.message_no and t.participant_id = d.participant_id and t.channel = d.channel
        where e.centre = $1 and t.carrier {carriers} and e.received_at < $3
          and t.claimed_at between {from} and {to} and (t.ended_at is null or t.end_code = 15)
        group by e.centre, e.carrier_id
        having count(*) = 1
        on conflict (centre, carrier_id) do nothing
        """;

    /// <summary>A part, from <see cref="Untold"/>.</summary>
    public static TextPart Part(DbDataReader row) =>
        new(
            row.GetString(0),
            row.GetString(1),
            row.Uuid(2),
            row.GetInt32(3),
            row.Uuid(4),
            row.GetInt32(5),
            StoredCodes.Parse<Medium>(row.GetString(6)),
            row.GetInt32(7),
            (ReceiptState)row.GetInt32(8),
            row.TimeOrNull(9)
        );
}
