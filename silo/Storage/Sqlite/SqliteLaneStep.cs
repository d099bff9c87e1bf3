using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>One step of a lane, written inside the writer's transaction.</summary>
internal static class SqliteLaneStep
{
    /// <summary>Writes it; keeps nothing where a claim is refused.</summary>
    public static WriteStep<LaneWriteResult> Write(SqliteStatements sql, LaneWrite write)
    {
        var granted = new List<GrantedClaim>(write.Claims.Count);
        var refused = new List<RefusedClaim>();
        foreach (var claim in write.Claims)
        {
            if (Claim(sql, write, claim) is { } data)
            {
                granted.Add(new GrantedClaim(claim.ParticipantId, data));
            }
            else
            {
                refused.Add(new RefusedClaim(claim.ParticipantId, IsInactive(sql, claim.ParticipantId)));
            }
        }

        if (refused.Count > 0)
        {
            return new(new LaneWriteResult([], refused), Keep: false);
        }

        WriteDeliveries(sql, write);
        WriteAttempts(sql, write);
        WriteResults(sql, write);
        WriteLog(sql, write);
        return new(new LaneWriteResult(granted, []), Keep: true);
    }

    /// <summary>Claims an attempt: only for an active participant, only while the action calls and in its current epoch, and only once; asked again with the same nonce it is granted again.</summary>
    /// <returns>What the number to call is sealed in, or null.</returns>
    private static SealedData? Claim(SqliteStatements sql, LaneWrite write, ClaimRow claim)
    {
        var claimed = sql.Execute(
            """
            insert into attempt (action_id, message_no, participant_id, channel, attempt_no, lane,
              carrier, incarnation, call_id, nonce, epoch, claimed_at, deadline, redial)
            select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
            where exists (select 1 from participant where participant_id = $3 and status = 'active')
              and exists (select 1 from action where action_id = $1 and status in ('active', 'outcome', 'closed') and epoch = $11)
            on conflict (action_id, message_no, participant_id, channel, attempt_no)
              do update set nonce = excluded.nonce where attempt.nonce = excluded.nonce
            """,
            write.ActionId,
            claim.Message,
            claim.ParticipantId,
            StoredCodes.Of(claim.Medium),
            claim.Attempt,
            write.Lane,
            claim.Carrier,
            claim.Incarnation,
            claim.CallId,
            claim.Nonce,
            claim.Epoch,
            claim.ClaimedAt,
            claim.Deadline,
            claim.Redial
        );
        return claimed == 0
            ? null
            : sql.Query(
                "select master_key, wrapped_key, sealed from participant where participant_id = $1",
                row => new SealedData(row.GetString(0), row.Bytes(1), row.Bytes(2)),
                claim.ParticipantId
            )[0];
    }

    private static bool IsInactive(SqliteStatements sql, Guid participantId) =>
        sql.Query("select 1 from participant where participant_id = $1 and status = 'active'", _ => true, participantId).Count == 0;

    private static void WriteDeliveries(SqliteStatements sql, LaneWrite write)
    {
        foreach (var delivery in write.Deliveries)
        {
            sql.Execute(
                """
                insert into delivery (action_id, message_no, participant_id, channel, lane, lane_order, language, band, selected_at, chosen)
                values ($1, $2, $3, $4, $5,
                  (select coalesce(max(lane_order), 0) + 1 from delivery where action_id = $1 and lane = $5), $6, $7, $8, $9)
                """,
                write.ActionId,
                delivery.Message,
                delivery.ParticipantId,
                StoredCodes.Of(delivery.Medium),
                write.Lane,
                StoredCodes.Of(delivery.Language),
                delivery.Band,
                delivery.SelectedAt,
                delivery.Chosen
            );
        }
    }

    private static void WriteAttempts(SqliteStatements sql, LaneWrite write)
    {
        foreach (var attempt in write.Attempts)
        {
            sql.Execute(
                """
                update attempt set rang_at = $6, answered_at = $7, ended_at = $8, end_code = $9, sip_status = $10, keys = $11, played_ms = $12
                where action_id = $1 and message_no = $2 and participant_id = $3 and channel = $4 and attempt_no = $5
                  and (ended_at is null or $8 is not null)
                """,
                write.ActionId,
                attempt.Message,
                attempt.ParticipantId,
                StoredCodes.Of(attempt.Medium),
                attempt.Attempt,
                attempt.RangAt,
                attempt.AnsweredAt,
                attempt.EndedAt,
                attempt.End,
                attempt.SipStatus,
                attempt.Keys,
                attempt.PlayedMilliseconds
            );
            WriteParts(sql, write, attempt);
        }
    }

    /// <summary>A name that stands for an older text stands for this one from now on; asked again, nothing changes.</summary>
    private static void WriteParts(SqliteStatements sql, LaneWrite write, AttemptRow attempt)
    {
        for (var part = 0; part < attempt.CarrierIds?.Count; part++)
        {
            sql.Execute(
                """
                insert into text_part (centre, carrier_id, action_id, message_no, participant_id, channel, attempt_no, lane, part_no, accepted_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                on conflict (centre, carrier_id) do update set action_id = excluded.action_id, message_no = excluded.message_no,
                  participant_id = excluded.participant_id, channel = excluded.channel, attempt_no = excluded.attempt_no, lane = excluded.lane,
                  part_no = excluded.part_no, accepted_at = excluded.accepted_at, state = 0, state_at = null, told = 1
                where (text_part.action_id, text_part.message_no, text_part.participant_id, text_part.channel, text_part.attempt_no)
                  <> (excluded.action_id, excluded.message_no, excluded.participant_id, excluded.channel, excluded.attempt_no)
                """,
                attempt.Centre,
                attempt.CarrierIds[part],
                write.ActionId,
                attempt.Message,
                attempt.ParticipantId,
                StoredCodes.Of(attempt.Medium),
                attempt.Attempt,
                write.Lane,
                part + 1,
                attempt.EndedAt
            );
        }
    }

    private static void WriteResults(SqliteStatements sql, LaneWrite write)
    {
        foreach (var result in write.Results)
        {
            sql.Execute(
                """
                update delivery set result = $5, contacted = $6, result_at = $7
                where action_id = $1 and message_no = $2 and participant_id = $3 and channel = $4
                """,
                write.ActionId,
                result.Message,
                result.ParticipantId,
                StoredCodes.Of(result.Medium),
                result.Result,
                result.Contacted,
                result.At
            );
        }
    }

    private static void WriteLog(SqliteStatements sql, LaneWrite write)
    {
        foreach (var entry in write.Log)
        {
            sql.Execute(
                "insert into lane_log (action_id, lane, sequence, at, type, data, previous_hash, hash) values ($1, $2, $3, $4, $5, $6, $7, $8)",
                write.ActionId,
                write.Lane,
                entry.Sequence,
                entry.At,
                entry.Type,
                entry.Data,
                entry.PreviousHash,
                entry.Hash
            );
        }
    }
}
