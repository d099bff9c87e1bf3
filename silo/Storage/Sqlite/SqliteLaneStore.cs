using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Microsoft.Data.Sqlite;

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
                select d.participant_id, d.language, d.band, d.result, d.contacted,
                       a.attempt_no, a.nonce, a.incarnation, a.carrier, a.claimed_at, a.answered_at, a.ended_at,
                       a.end_code, a.sip_status,
                       (select count(*) from attempt c where c.action_id = d.action_id and c.message_no = d.message_no
                         and c.participant_id = d.participant_id and c.channel = d.channel and c.ended_at is not null
                         and (c.end_code in (4, 7, 8) or (c.end_code = 3 and c.sip_status <> 503)))
                from delivery d left join attempt a
                  on a.action_id = d.action_id and a.message_no = d.message_no and a.participant_id = d.participant_id and a.channel = d.channel
                  and a.attempt_no = (select max(attempt_no) from attempt b where b.action_id = d.action_id
                    and b.message_no = d.message_no and b.participant_id = d.participant_id and b.channel = d.channel)
                where d.action_id = $1 and d.lane = $2 order by d.lane_order
                """,
                ReadStored,
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
                select d.participant_id, d.lane, d.band, d.result, d.selected_at,
                       a.attempt_no, a.claimed_at, a.answered_at, a.ended_at,
                       exists (select 1 from attempt b where b.action_id = d.action_id and b.message_no = d.message_no
                         and b.participant_id = d.participant_id and b.channel = d.channel and b.redial = 1),
                       a.sip_status, a.keys, a.played_ms
                from delivery d left join attempt a
                  on a.action_id = d.action_id and a.message_no = d.message_no and a.participant_id = d.participant_id and a.channel = d.channel
                  and a.attempt_no = (select max(attempt_no) from attempt b where b.action_id = d.action_id
                    and b.message_no = d.message_no and b.participant_id = d.participant_id and b.channel = d.channel)
                where d.action_id = $1 and (d.band, d.participant_id) > ($2, $3)
                order by d.band, d.participant_id limit $4
                """,
                ReadView,
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

    public async Task<IReadOnlyList<DateTimeOffset>> OpenClaims(string carrier, string livingIncarnation) =>
        await database.Read(sql =>
            sql.Query(
                "select deadline from attempt where carrier = $1 and ended_at is null and incarnation <> $2",
                row => row.Time(0),
                carrier,
                livingIncarnation
            )
        );

    private static StoredDelivery ReadStored(SqliteDataReader row)
    {
        var delivery = new StoredDelivery
        {
            ParticipantId = row.Uuid(0),
            Language = row.Language(1),
            Band = row.GetInt32(2),
            Result = (DeliveryResult)row.GetInt32(3),
            Contacted = row.GetInt64(4) == 1,
            Attempts = row.IsDBNull(5) ? 0 : row.GetInt32(5),
        };
        return delivery.Attempts == 0
            ? delivery
            : delivery with
            {
                Nonce = Guid.ParseExact(row.GetString(6), "D"),
                Incarnation = row.GetString(7),
                Carrier = row.GetString(8),
                ClaimedAt = row.Time(9),
                AnsweredAt = row.TimeOrNull(10),
                Ended = !row.IsDBNull(11),
                EndedAt = row.TimeOrNull(11),
                End = (CallEnd)row.GetInt32(12),
                SipStatus = row.GetInt32(13),
                Tries = row.GetInt32(14),
            };
    }

    private static DeliveryView ReadView(SqliteDataReader row)
    {
        var result = (DeliveryResult)row.GetInt32(3);
        var attempts = row.IsDBNull(5) ? 0 : row.GetInt32(5);
        return new DeliveryView
        {
            ParticipantId = row.Uuid(0),
            Lane = row.GetInt32(1),
            Band = row.GetInt32(2),
            Result = result,
            SelectedAt = row.Time(4),
            Attempts = attempts,
            ClaimedAt = row.TimeOrNull(6),
            AnsweredAt = row.TimeOrNull(7),
            EndedAt = row.TimeOrNull(8),
            Redialled = row.GetInt64(9) == 1,
            SipStatus = attempts == 0 ? 0 : row.GetInt32(10),
            Keys = attempts == 0 ? "" : row.GetString(11),
            PlayedMilliseconds = attempts == 0 ? 0 : row.GetInt32(12),
            UnderWay = attempts > 0 && result == DeliveryResult.None && row.IsDBNull(8),
        };
    }
}
