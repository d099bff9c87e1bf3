using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Lanes in PostgreSQL. What a step writes is in <see cref="PostgresLaneBatch"/>.</summary>
internal sealed class PostgresLaneStore(PostgresDatabase database, PostgresLaneWriter writer) : ILaneStore
{
    public Task<StoredLane> Load(Guid actionId, int lane) =>
        database.ReadSnapshot(async sql =>
        {
            // One instant: deliveries of before a step with the head of after it would let the next step pass for the right one.
            var head = await sql.Query(
                "select sequence, hash from lane_log where action_id = $1 and lane = $2 order by sequence desc limit 1",
                row => (Sequence: row.GetInt64(0), Hash: row.Bytes(1)),
                actionId,
                lane
            );
            var deliveries = await sql.Query(
                """
                select d.participant_id, d.language, d.band, d.result, d.contacted,
                       a.attempt_no, a.nonce, a.incarnation, a.carrier, a.claimed_at, a.answered_at, a.ended_at,
                       a.end_code, a.sip_status,
                       (select count(*) from attempt c where c.action_id = d.action_id and c.message_no = d.message_no
                         and c.participant_id = d.participant_id and c.channel = d.channel and c.ended_at is not null
                         and (c.end_code in (4, 8) or (c.end_code = 3 and c.sip_status <> 503)))
                from delivery d left join lateral (
                  select * from attempt b where b.action_id = d.action_id and b.message_no = d.message_no
                    and b.participant_id = d.participant_id and b.channel = d.channel
                  order by b.attempt_no desc limit 1) a on true
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

    public Task<LaneWriteResult> Write(LaneWrite write) => writer.Write(write);

    public async Task<DeliveryPage> ReadDeliveries(Guid actionId, string? after, int limit)
    {
        var cursor = DeliveryCursor.Parse(after);
        var deliveries = await database.Read(sql =>
            sql.Query(
                """
                select d.participant_id, d.lane, d.band, d.result, d.selected_at,
                       a.attempt_no, a.claimed_at, a.answered_at, a.ended_at, coalesce(r.redialled, false), a.sip_status, a.keys, a.played_ms
                from delivery d
                left join lateral (
                  select * from attempt b where b.action_id = d.action_id and b.message_no = d.message_no
                    and b.participant_id = d.participant_id and b.channel = d.channel
                  order by b.attempt_no desc limit 1) a on true
                left join lateral (
                  select bool_or(b.redial) as redialled from attempt b where b.action_id = d.action_id and b.message_no = d.message_no
                    and b.participant_id = d.participant_id and b.channel = d.channel) r on true
                where d.action_id = $1 and (d.band, d.participant_id) > ($2, $3)
                order by d.band, d.participant_id limit $4
                """,
                StoredDeliveries.View,
                actionId,
                cursor.Band,
                cursor.ParticipantId,
                limit + 1
            )
        );
        if (deliveries.Count <= limit)
        {
            return new DeliveryPage(deliveries, null);
        }

        deliveries.RemoveAt(limit);
        return new DeliveryPage(deliveries, new DeliveryCursor(deliveries[^1].Band, deliveries[^1].ParticipantId).ToString());
    }
}
