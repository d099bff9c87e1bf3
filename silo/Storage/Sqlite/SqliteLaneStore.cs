using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>Lanes in SQLite. What a step writes is in <see cref="SqliteLaneStep"/>.</summary>
internal sealed class SqliteLaneStore(SqliteDatabase database) : ILaneStore
{
    public Task<StoredLane> Load(Guid actionId, int lane) =>
        database.Read(sql =>
        {
            // The head first: deliveries of before a step with the head of after it would let the next step pass for the right one.
            var head = sql.Query(
                "select sequence, hash from lane_log where action_id = $1 and lane = $2 order by sequence desc limit 1",
                row => (Sequence: row.GetInt64(0), Hash: row.Bytes(1)),
                actionId,
                lane
            );
            var deliveries = sql.Query(
                """
                select d.participant_id, d.message_no, d.channel, d.chosen, d.language, d.band, d.result,
                       d.contacted or exists (select 1 from attempt r where r.action_id = d.action_id and r.message_no = d.message_no
                         and r.participant_id = d.participant_id and r.channel = d.channel
                         and (r.rang_at is not null or r.answered_at is not null)),
                       a.attempt_no, a.nonce, a.incarnation, a.carrier, a.claimed_at, a.answered_at, a.ended_at,
                       a.end_code, a.sip_status,
                       (select count(*) from attempt c where c.action_id = d.action_id and c.message_no = d.message_no
                         and c.participant_id = d.participant_id and c.channel = d.channel and c.ended_at is not null
                         and (c.end_code in (4, 8) or (c.end_code = 3 and c.sip_status <> 503)))
                from delivery d left join attempt a
                  on a.action_id = d.action_id and a.message_no = d.message_no and a.participant_id = d.participant_id and a.channel = d.channel
                  and a.attempt_no = (select max(attempt_no) from attempt b where b.action_id = d.action_id
                    and b.message_no = d.message_no and b.participant_id = d.participant_id and b.channel = d.channel)
                where d.action_id = $1 and d.lane = $2 order by d.lane_order
                """,
                StoredDeliveries.Delivery,
                actionId,
                lane
            );
            return head.Count == 0
                ? new StoredLane(deliveries, 0, HashChain.Origin)
                : new StoredLane(deliveries, head[0].Sequence, head[0].Hash);
        });

    public Task<LaneWriteResult> Write(LaneWrite write) => database.Write(sql => SqliteLaneStep.Write(sql, write));

    public async Task<DeliveryPage> ReadDeliveries(Guid actionId, string? after, int limit)
    {
        var cursor = DeliveryCursor.Parse(after);
        var deliveries = await database.Read(sql =>
            sql.Query(
                """
                select d.participant_id, d.message_no, d.channel, d.lane, d.band, d.result, d.selected_at,
                       a.attempt_no, a.claimed_at, a.answered_at, a.ended_at,
                       exists (select 1 from attempt b where b.action_id = d.action_id and b.message_no = d.message_no
                         and b.participant_id = d.participant_id and b.channel = d.channel and b.redial = 1),
                       a.sip_status, a.keys, a.played_ms
                from delivery d left join attempt a
                  on a.action_id = d.action_id and a.message_no = d.message_no and a.participant_id = d.participant_id and a.channel = d.channel
                  and a.attempt_no = (select max(attempt_no) from attempt b where b.action_id = d.action_id
                    and b.message_no = d.message_no and b.participant_id = d.participant_id and b.channel = d.channel)
                where d.action_id = $1 and (d.band, d.participant_id, d.message_no, d.channel) > ($2, $3, $4, $5)
                order by d.band, d.participant_id, d.message_no, d.channel limit $6
                """,
                StoredDeliveries.View,
                actionId,
                cursor.Band,
                cursor.ParticipantId,
                cursor.Message,
                cursor.Channel,
                limit + 1
            )
        );
        if (deliveries.Count <= limit)
        {
            return new DeliveryPage(deliveries, null);
        }

        deliveries.RemoveAt(limit);
        return new DeliveryPage(deliveries, DeliveryCursor.After(deliveries[^1]).ToString());
    }

    public Task<DeliveryCounts> CountDeliveries(Guid actionId, int? outcome) =>
        database.ReadSnapshot(sql =>
        {
            var results = sql.Query(
                "select result, count(*) from delivery where action_id = $1 group by result",
                row => (Result: (DeliveryResult)row.GetInt32(0), Count: row.GetInt32(1)),
                actionId
            );
            var people = sql.Query(
                """
                select count(*), coalesce(sum(reached), 0), coalesce(sum((reached or waits) and not told), 0) from (
                  select max(d.contacted or d.result = $3 or exists (select 1 from attempt a where a.action_id = d.action_id
                           and a.message_no = d.message_no and a.participant_id = d.participant_id and a.channel = d.channel
                           and (a.rang_at is not null or a.answered_at is not null))) as reached,
                         max(d.result = 0 and d.message_no <> $2) as waits,
                         max(d.message_no = $2) as told
                  from delivery d where d.action_id = $1 group by d.participant_id)
                """,
                row => (All: row.GetInt32(0), Contacted: row.GetInt32(1), WithoutOutcome: row.GetInt32(2)),
                actionId,
                outcome ?? 0,
                DeliveryResult.Unknown
            )[0];
            return new DeliveryCounts(
                people.All,
                people.Contacted,
                people.WithoutOutcome,
                results.Sum(result => result.Count),
                results.ToDictionary(result => result.Result, result => result.Count)
            );
        });
}
