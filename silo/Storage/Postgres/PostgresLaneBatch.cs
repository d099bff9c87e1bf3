using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;
using Npgsql;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>The steps of any number of lanes as at most six statements, each over arrays, sent in one go.</summary>
internal sealed class PostgresLaneBatch : IAsyncDisposable
{
    /// <summary>What the server says of a group of which not every claim is granted, and then nothing of it is stored: it divides by the zero that an SQL statement can put there by itself.</summary>
    public const string ClaimRefused = PostgresErrorCodes.DivisionByZero;

    /// <summary>Claims attempts: only for active participants, only while their action calls and in its current epoch, and each only once; asked again with the same nonce it is
    /// granted again. What comes back is granted, with what the number to call is sealed in; fewer than <c>$15</c> are an error (<see cref="ClaimRefused"/>).</summary>
    /// <remarks>That is asked on the left of the join, for there it is asked also where nothing is granted.</remarks>
    private const string Claim = """
        with claimed as (
          insert into attempt (action_id, message_no, participant_id, channel, attempt_no, lane,
            carrier, incarnation, call_id, nonce, epoch, claimed_at, deadline, redial)
          select c.action_id, c.message_no, c.participant_id, c.channel, c.attempt_no, c.lane,
            c.carrier, c.incarnation, c.call_id, c.nonce, c.epoch, c.claimed_at, c.deadline, c.redial
          from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            as c (action_id, lane, message_no, participant_id, channel, attempt_no, carrier, incarnation, call_id, nonce, epoch, claimed_at, deadline, redial)
          join participant p on p.participant_id = c.participant_id and p.status = 'active'
          join action a on a.action_id = c.action_id and a.status in ('active', 'outcome', 'closed') and a.epoch = c.epoch
          on conflict (action_id, message_no, participant_id, channel, attempt_no)
            do update set nonce = excluded.nonce where attempt.nonce = excluded.nonce
          returning action_id, message_no, participant_id, channel, attempt_no),
        held as materialized (select 1 / case when (select count(*) from claimed) >= $15 then 1 else 0 end = 1 as enough)
        select c.action_id, c.message_no, c.participant_id, c.channel, c.attempt_no, p.master_key, p.wrapped_key, p.sealed
        from held left join (claimed c join participant p on p.participant_id = c.participant_id) on held.enough
        """;

    private const string Deliver = """
        insert into delivery (action_id, message_no, participant_id, channel, lane, language, band, selected_at, chosen)
        select d.action_id, d.message_no, d.participant_id, d.channel, d.lane, d.language, d.band, d.selected_at, d.chosen
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) with ordinality
          as d (action_id, lane, message_no, participant_id, channel, language, band, selected_at, chosen, place)
        order by d.place
        """;

    /// <summary>What has ended stays so, whatever comes late.</summary>
    private const string Attempt = """
        update attempt a set rang_at = u.rang_at, answered_at = u.answered_at, ended_at = u.ended_at,
          end_code = u.end_code, sip_status = u.sip_status, keys = u.keys, played_ms = u.played_ms
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
          as u (action_id, message_no, participant_id, channel, attempt_no, rang_at, answered_at, ended_at, end_code, sip_status, keys, played_ms)
        where a.action_id = u.action_id and a.message_no = u.message_no and a.participant_id = u.participant_id and a.channel = u.channel
          and a.attempt_no = u.attempt_no and (a.ended_at is null or u.ended_at is not null)
        """;

    private const string Result = """
        update delivery d set result = u.result, contacted = u.contacted, result_at = u.result_at
        from unnest($1, $2, $3, $4, $5, $6, $7) as u (action_id, message_no, participant_id, channel, result, contacted, result_at)
        where d.action_id = u.action_id and d.message_no = u.message_no and d.participant_id = u.participant_id and d.channel = u.channel
        """;

    /// <summary>A name that stands for an older text stands for this one from now on; asked again, nothing changes.</summary>
    private const string PartSql = """
        insert into text_part (centre, carrier_id, action_id, message_no, participant_id, channel, attempt_no, lane, part_no, accepted_at)
        select distinct on (u.centre, u.carrier_id) u.centre, u.carrier_id, u.action_id, u.message_no, u.participant_id, u.channel, u.attempt_no,
          u.lane, u.part_no, u.accepted_at
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
          as u (centre, carrier_id, action_id, message_no, participant_id, channel, attempt_no, lane, part_no, accepted_at)
        order by u.centre, u.carrier_id, u.accepted_at desc
        on conflict (centre, carrier_id) do update set action_id = excluded.action_id, message_no = excluded.message_no,
          participant_id = excluded.participant_id, channel = excluded.channel, attempt_no = excluded.attempt_no, lane = excluded.lane,
          part_no = excluded.part_no, accepted_at = excluded.accepted_at, state = 0, state_at = null, told = true
        where (text_part.action_id, text_part.message_no, text_part.participant_id, text_part.channel, text_part.attempt_no)
          <> (excluded.action_id, excluded.message_no, excluded.participant_id, excluded.channel, excluded.attempt_no)
        """;

    private const string Log = """
        insert into lane_log (action_id, lane, sequence, at, type, data, previous_hash, hash)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    private readonly (LaneWrite Write, ClaimRow Row)[] _claims;
    private readonly NpgsqlBatch _batch;

    private PostgresLaneBatch(NpgsqlConnection connection, IEnumerable<LaneWrite> claiming, bool all)
    {
        _batch = new NpgsqlBatch(connection);
        _claims = [.. claiming.SelectMany(write => write.Claims.Select(row => (write, row)))];
        if (_claims.Length > 0)
        {
            AddClaims(all ? _claims.Length : 0);
        }
    }

    /// <summary>All that these steps store, or nothing where a claim is refused.</summary>
    public static PostgresLaneBatch Whole(NpgsqlConnection connection, IReadOnlyCollection<LaneWrite> writes)
    {
        var batch = new PostgresLaneBatch(connection, writes, all: true);
        batch.AddRest(writes);
        return batch;
    }

    /// <summary>The claims of a step alone, as many as are granted: to see which, in a transaction that is undone.</summary>
    public static PostgresLaneBatch OfClaims(NpgsqlConnection connection, LaneWrite write) => new(connection, [write], all: false);

    /// <summary>What a granted claim is found by.</summary>
    public static (Guid Action, int Message, Guid Participant, string Channel, int Attempt) KeyOf(LaneWrite write, ClaimRow claim) =>
        (write.ActionId, claim.Message, claim.ParticipantId, StoredCodes.Of(claim.Medium), claim.Attempt);

    /// <summary>Sends it. Without a transaction around it, it is one by itself, which the server commits even if nobody hears of it, and durable when the task completes.</summary>
    /// <returns>What the numbers of the granted claims are sealed in.</returns>
    public async Task<Dictionary<(Guid Action, int Message, Guid Participant, string Channel, int Attempt), SealedData>> Send()
    {
        var granted = new Dictionary<(Guid, int, Guid, string, int), SealedData>(_claims.Length);
        if (_batch.BatchCommands.Count == 0)
        {
            return granted;
        }

        await using var reader = await _batch.ExecuteReaderAsync();
        while (_claims.Length > 0 && await reader.ReadAsync())
        {
            if (reader.IsDBNull(0))
            {
                // Nothing was granted, and that was allowed.
                continue;
            }

            granted.Add(
                (reader.GetGuid(0), reader.GetInt32(1), reader.GetGuid(2), reader.GetString(3), reader.GetInt32(4)),
                new SealedData(reader.GetString(5), reader.Bytes(6), reader.Bytes(7))
            );
        }

        // An error of a later statement shows when its turn comes.
        while (await reader.NextResultAsync()) { }

        return granted;
    }

    public ValueTask DisposeAsync() => _batch.DisposeAsync();

    /// <summary>A step may say several times what became of an attempt: the last word counts, and one statement has room for one.</summary>
    private static IEnumerable<T> Last<T, TKey>(IReadOnlyList<T> rows, Func<T, TKey> key)
        where TKey : notnull => rows.Count < 2 ? rows : rows.Reverse().DistinctBy(key);

    private void AddClaims(int atLeast) =>
        Add(
            Claim,
            Column(_claims, claim => claim.Write.ActionId),
            Column(_claims, claim => claim.Write.Lane),
            Column(_claims, claim => (short)claim.Row.Message),
            Column(_claims, claim => claim.Row.ParticipantId),
            Column(_claims, claim => StoredCodes.Of(claim.Row.Medium)),
            Column(_claims, claim => claim.Row.Attempt),
            Column(_claims, claim => claim.Row.Carrier),
            Column(_claims, claim => claim.Row.Incarnation),
            Column(_claims, claim => claim.Row.CallId),
            Column(_claims, claim => claim.Row.Nonce),
            Column(_claims, claim => claim.Row.Epoch),
            Column(_claims, claim => claim.Row.ClaimedAt),
            Column(_claims, claim => claim.Row.Deadline),
            Column(_claims, claim => claim.Row.Redial),
            new NpgsqlParameter<int> { TypedValue = atLeast }
        );

    private readonly record struct Part(LaneWrite Write, AttemptRow Row, string CarrierId, int Number);

    private void AddRest(IReadOnlyCollection<LaneWrite> writes)
    {
        AddDeliveries([.. writes.SelectMany(write => write.Deliveries.Select(row => (write, row)))]);
        AddAttempts([
            .. writes.SelectMany(write =>
                Last(write.Attempts, row => (row.ParticipantId, row.Message, row.Medium, row.Attempt)).Select(row => (write, row))
            ),
        ]);
        AddParts([
            .. writes.SelectMany(write =>
                write.Attempts.SelectMany(row => (row.CarrierIds ?? []).Select((id, index) => new Part(write, row, id, index + 1)))
            ),
        ]);
        AddResults([
            .. writes.SelectMany(write =>
                Last(write.Results, row => (row.ParticipantId, row.Message, row.Medium)).Select(row => (write, row))
            ),
        ]);
        AddLog([.. writes.SelectMany(write => write.Log.Select(row => (write, row)))]);
    }

    private void AddDeliveries((LaneWrite Write, DeliveryRow Row)[] rows)
    {
        if (rows.Length > 0)
        {
            Add(
                Deliver,
                Column(rows, delivery => delivery.Write.ActionId),
                Column(rows, delivery => delivery.Write.Lane),
                Column(rows, delivery => (short)delivery.Row.Message),
                Column(rows, delivery => delivery.Row.ParticipantId),
                Column(rows, delivery => StoredCodes.Of(delivery.Row.Medium)),
                Column(rows, delivery => StoredCodes.Of(delivery.Row.Language)),
                Column(rows, delivery => delivery.Row.Band),
                Column(rows, delivery => delivery.Row.SelectedAt),
                Column(rows, delivery => (short)delivery.Row.Chosen)
            );
        }
    }

    private void AddAttempts((LaneWrite Write, AttemptRow Row)[] rows)
    {
        if (rows.Length > 0)
        {
            Add(
                Attempt,
                Column(rows, attempt => attempt.Write.ActionId),
                Column(rows, attempt => (short)attempt.Row.Message),
                Column(rows, attempt => attempt.Row.ParticipantId),
                Column(rows, attempt => StoredCodes.Of(attempt.Row.Medium)),
                Column(rows, attempt => attempt.Row.Attempt),
                Column(rows, attempt => attempt.Row.RangAt),
                Column(rows, attempt => attempt.Row.AnsweredAt),
                Column(rows, attempt => attempt.Row.EndedAt),
                Column(rows, attempt => (short)attempt.Row.End),
                Column(rows, attempt => (short)attempt.Row.SipStatus),
                Column(rows, attempt => attempt.Row.Keys),
                Column(rows, attempt => attempt.Row.PlayedMilliseconds)
            );
        }
    }

    private void AddParts(Part[] rows)
    {
        if (rows.Length > 0)
        {
            Add(
                PartSql,
                Column(rows, part => part.Row.Centre),
                Column(rows, part => part.CarrierId),
                Column(rows, part => part.Write.ActionId),
                Column(rows, part => (short)part.Row.Message),
                Column(rows, part => part.Row.ParticipantId),
                Column(rows, part => StoredCodes.Of(part.Row.Medium)),
                Column(rows, part => part.Row.Attempt),
                Column(rows, part => part.Write.Lane),
                Column(rows, part => (short)part.Number),
                Column(rows, part => part.Row.EndedAt)
            );
        }
    }

    private void AddResults((LaneWrite Write, ResultRow Row)[] rows)
    {
        if (rows.Length > 0)
        {
            Add(
                Result,
                Column(rows, result => result.Write.ActionId),
                Column(rows, result => (short)result.Row.Message),
                Column(rows, result => result.Row.ParticipantId),
                Column(rows, result => StoredCodes.Of(result.Row.Medium)),
                Column(rows, result => (short)result.Row.Result),
                Column(rows, result => result.Row.Contacted),
                Column(rows, result => result.Row.At)
            );
        }
    }

    private void AddLog((LaneWrite Write, LaneLogEntry Row)[] rows)
    {
        if (rows.Length > 0)
        {
            Add(
                Log,
                Column(rows, entry => entry.Write.ActionId),
                Column(rows, entry => entry.Write.Lane),
                Column(rows, entry => entry.Row.Sequence),
                Column(rows, entry => entry.Row.At),
                Column(rows, entry => entry.Row.Type),
                Column(rows, entry => entry.Row.Data),
                Column(rows, entry => entry.Row.PreviousHash),
                Column(rows, entry => entry.Row.Hash)
            );
        }
    }

    private static NpgsqlParameter<TColumn[]> Column<TRow, TColumn>(TRow[] rows, Converter<TRow, TColumn> value) =>
        new() { TypedValue = Array.ConvertAll(rows, value) };

    private void Add(string sql, params ReadOnlySpan<NpgsqlParameter> columns)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var column in columns)
        {
            command.Parameters.Add(column);
        }

        _batch.BatchCommands.Add(command);
    }
}
