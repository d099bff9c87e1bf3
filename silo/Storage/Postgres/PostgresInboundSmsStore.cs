using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Sms;
using Burgernet.Sms;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>What people send by text message, in PostgreSQL.</summary>
internal sealed class PostgresInboundSmsStore(PostgresDatabase database) : IInboundSmsStore
{
    private static readonly string Contacted = StoredInboundSms.Contacted.Replace("{true}", "true", StringComparison.Ordinal);
    private static readonly string Unassigned = StoredInboundSms.Unassigned("carrier = any ($5)");

    public Task<bool> Add(StoredSms message, LookupHash same, DateTimeOffset sameSince, DateTimeOffset dueAt) =>
        database.Write(async sql =>
        {
            // The same message by two binds at once: the second waits here, and then finds the first.
            await sql.Query("select pg_advisory_xact_lock($1)", _ => true, unchecked((long)same.High));
            if (await sql.Query(StoredInboundSms.FindSame, _ => true, same.ToBytes(), sameSince) is not [])
            {
                return new WriteStep<bool>(Result: false, Keep: false);
            }

            await sql.Execute(StoredInboundSms.Insert, StoredInboundSms.Values(message, same, dueAt));
            return new WriteStep<bool>(Result: true, Keep: true);
        });

    public async Task<IReadOnlyList<LookupHash>> ReadDue(DateTimeOffset now, int limit) =>
        await database.Read(sql => sql.Query(StoredInboundSms.Due, row => LookupHash.FromBytes(row.Bytes(0)), now, (long)limit));

    public async Task<IReadOnlyList<StoredSms>> ReadWaiting(LookupHash sender) =>
        await database.Read(sql => sql.Query(StoredInboundSms.Waiting, StoredInboundSms.Read, sender.ToBytes()));

    public async Task<StoredSms?> Read(Guid id) =>
        (await database.Read(sql => sql.Query(StoredInboundSms.One, StoredInboundSms.Read, id))).FirstOrDefault();

    public async Task<IReadOnlyList<StoredSms>> ReadRecent(LookupHash sender, DateTimeOffset since) =>
        await database.Read(sql => sql.Query(StoredInboundSms.Recent, StoredInboundSms.Read, sender.ToBytes(), since));

    public Task<bool> Decide(StoredSms message, IReadOnlyList<Guid> joined) =>
        database.Write(async sql =>
        {
            if (await sql.Execute(StoredInboundSms.Decide, StoredInboundSms.Values(message, message.Decision!)) == 0)
            {
                return new WriteStep<bool>(Result: false, Keep: false);
            }

            foreach (var id in joined)
            {
                await sql.Execute(StoredInboundSms.Join, id);
            }

            return new WriteStep<bool>(Result: true, Keep: true);
        });

    public Task Postpone(IReadOnlyList<Guid> ids, DateTimeOffset dueAt) =>
        database.Write(async sql =>
        {
            foreach (var id in ids)
            {
                await sql.Execute(StoredInboundSms.Postpone, id, dueAt);
            }

            return new WriteStep<bool>(Result: true, Keep: true);
        });

    public async Task<bool> TakeReply(Guid id, SmsReplyKind kind, DateTimeOffset at) =>
        await Execute(StoredInboundSms.TakeReply, id, StoredCodes.Of(kind), at) == 1;

    public Task EndReply(Guid id, SmsReplyResult? result) =>
        result is { } end ? Execute(StoredInboundSms.EndReply, id, StoredCodes.Of(end)) : Execute(StoredInboundSms.ReleaseReply, id);

    public Task Finish(Guid id, SmsOutcome outcome) =>
        database.Write(async sql =>
        {
            await sql.Execute(StoredInboundSms.Finish, id, StoredCodes.Of(outcome));
            if (outcome != SmsOutcome.Unassigned)
            {
                await sql.Execute(StoredInboundSms.Wipe, id);
            }

            return new WriteStep<bool>(Result: true, Keep: true);
        });

    public Task Assign(Guid id, Guid actionId) =>
        database.Write(async sql =>
        {
            await sql.Execute(StoredInboundSms.Assign, id, actionId);
            await sql.Execute(StoredInboundSms.Wipe, id);
            return new WriteStep<bool>(Result: true, Keep: true);
        });

    public async Task<UnassignedPage> ReadUnassigned(IReadOnlyList<string> withoutCarriers, string? after, int limit)
    {
        var place = InboxCursor.Parse(after);
        var found = await database.Read(sql =>
            sql.Query(Unassigned, StoredInboundSms.Read, place.Rank, place.ReceivedAt, place.Id, limit + 1L, withoutCarriers.ToArray())
        );
        return StoredInboundSms.Page(found, limit);
    }

    public async Task<IReadOnlyList<ConcernedAction>> FindContacted(Lookup phone, bool practice, DateTimeOffset since) =>
        await database.Read(sql => sql.Query(Contacted, StoredCallBacks.Read, phone.Hash.ToBytes(), practice, since));

    public Task<int> Forget(DateTimeOffset before, int limit) =>
        Execute(
            """
            delete from inbound_sms where sms_id = any (array(
              select sms_id from inbound_sms where received_at < $1 and due_at is null order by received_at limit $2))
            """,
            before,
            (long)limit
        );

    private Task<int> Execute(string statement, params object?[] values) =>
        database.Write(async sql => new WriteStep<int>(await sql.Execute(statement, values), Keep: true));
}
