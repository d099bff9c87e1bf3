using Burgernet.Dialing;
using Npgsql;

namespace Burgernet.Benchmarks.Sms;

/// <summary>What stands in the database about the texts of an action.</summary>
internal static class SmsTable
{
    /// <summary>Everybody's delivery, with its last attempt.</summary>
    public static async Task<List<SmsRow>> Read(string connection, Guid action)
    {
        await using var source = NpgsqlDataSource.Create($"{connection};Command Timeout=120");
        await using var command = source.CreateCommand(
            """
            select d.participant_id, d.result, a.attempt_no, a.incarnation, a.claimed_at, a.ended_at, coalesce(a.end_code, 0)::smallint,
              (select array_agg(p.carrier_id) from text_part p where p.action_id = d.action_id and p.participant_id = d.participant_id
                and p.message_no = d.message_no and p.channel = d.channel)
            from delivery d left join lateral (
              select * from attempt b where b.action_id = d.action_id and b.message_no = d.message_no
                and b.participant_id = d.participant_id and b.channel = d.channel order by b.attempt_no desc limit 1) a on true
            where d.action_id = $1
            """
        );
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = action });
        var rows = new List<SmsRow>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(
                new SmsRow(
                    reader.GetGuid(0),
                    (DeliveryResult)reader.GetInt16(1),
                    reader.IsDBNull(2) ? 0 : reader.GetInt32(2),
                    reader.IsDBNull(3) ? "" : reader.GetString(3),
                    reader.IsDBNull(4) ? null : reader.GetFieldValue<DateTimeOffset>(4),
                    reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5),
                    (CallEnd)reader.GetInt16(6),
                    reader.IsDBNull(7) ? [] : reader.GetFieldValue<string[]>(7)
                )
            );
        }

        return rows;
    }
}
