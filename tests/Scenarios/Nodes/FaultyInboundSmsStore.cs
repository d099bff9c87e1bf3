using System.Runtime.CompilerServices;
using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Sms;
using Burgernet.Sms;

namespace Burgernet.Tests.Scenarios.Nodes;

/// <summary>The store of text messages with faults.</summary>
internal sealed class FaultyInboundSmsStore(IInboundSmsStore inner, SmsFaults faults) : IInboundSmsStore
{
    public Task<bool> Add(StoredSms message, LookupHash same, DateTimeOffset sameSince, DateTimeOffset dueAt) =>
        Through(() => inner.Add(message, same, sameSince, dueAt));

    public Task<IReadOnlyList<LookupHash>> ReadDue(DateTimeOffset now, int limit) => Through(() => inner.ReadDue(now, limit));

    public Task<IReadOnlyList<StoredSms>> ReadWaiting(LookupHash sender) => Through(() => inner.ReadWaiting(sender));

    public Task<StoredSms?> Read(Guid id) => Through(() => inner.Read(id));

    public Task<IReadOnlyList<StoredSms>> ReadRecent(LookupHash sender, DateTimeOffset since) =>
        Through(() => inner.ReadRecent(sender, since));

    public Task<bool> Decide(StoredSms message, IReadOnlyList<Guid> joined) => Through(() => inner.Decide(message, joined));

    public Task Postpone(IReadOnlyList<Guid> ids, DateTimeOffset dueAt) => Through(() => inner.Postpone(ids, dueAt));

    public Task<bool> TakeReply(Guid id, SmsReplyKind kind, DateTimeOffset at) => Through(() => inner.TakeReply(id, kind, at));

    public Task EndReply(Guid id, SmsReplyResult? result) => Through(() => inner.EndReply(id, result));

    public Task Finish(Guid id, SmsOutcome outcome) => Through(() => inner.Finish(id, outcome));

    public Task Assign(Guid id, Guid actionId) => Through(() => inner.Assign(id, actionId));

    public Task<UnassignedPage> ReadUnassigned(IReadOnlyList<string> withoutCarriers, string? after, int limit) =>
        Through(() => inner.ReadUnassigned(withoutCarriers, after, limit));

    public Task<IReadOnlyList<ConcernedAction>> FindContacted(Lookup phone, bool practice, DateTimeOffset since) =>
        Through(() => inner.FindContacted(phone, practice, since));

    public Task<int> Forget(DateTimeOffset before, int limit) => Through(() => inner.Forget(before, limit));

    private T Through<T>(Func<T> call, [CallerMemberName] string method = "")
    {
        faults.Pass(method);
        return call();
    }
}
