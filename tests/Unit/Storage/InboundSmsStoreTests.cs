using Burgernet.Dialing;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Sms;
using Burgernet.Participants;
using Burgernet.Sms;
using Burgernet.Tests.Sealed;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>What every provider keeps of text messages from people.</summary>
public abstract class InboundSmsStoreTests : StoreTests
{
    private static readonly DateTimeOffset Now = StoreBench.At;
    private static readonly LookupHash Somebody = new(7, 8);

    private IInboundSmsStore Sms => Store.InboundSms;

    [Fact]
    public async Task Message_Added_IsDueAndReadBackAsItWas()
    {
        var message = Message(1) with { Part = new InboundSmsPart(40_000, 2, 3) };
        Assert.True(await Add(message, dueAt: Now.AddMinutes(3)));

        Assert.Empty(await Sms.ReadDue(Now, 10));
        Assert.Equal([Somebody], await Sms.ReadDue(Now.AddMinutes(3), 10));
        var read = Assert.Single(await Sms.ReadWaiting(Somebody));
        Assert.Equal(message with { Sealed = null }, read with { Sealed = null });
        Assert.Equal("rode jas 1", TextOf(read));
        Assert.Null(await Sms.Read(Guid.NewGuid()));
    }

    [Fact]
    public async Task Message_OfferedAgainWithinTheWindow_IsStoredOnce()
    {
        var same = new LookupHash(1, 1);
        Assert.True(await Sms.Add(Message(1), same, Now.AddMinutes(-10), Now));
        Assert.False(await Sms.Add(Message(2), same, Now.AddMinutes(-9), Now));
        Assert.True(await Sms.Add(Message(11), same, Now.AddMinutes(2), Now));
        Assert.True(await Sms.Add(Message(3), new LookupHash(1, 2), Now.AddMinutes(-10), Now));
        Assert.Equal(3, await Store.Number("select count(*) from inbound_sms"));
    }

    [Fact]
    public async Task Message_OfferedByManyAtOnce_IsStoredOnce()
    {
        var adds = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Sms.Add(Message(1), new LookupHash(5, 5), DateTimeOffset.UnixEpoch, Now))
        );
        Assert.Single(adds, added => added);
    }

    [Fact]
    public async Task Message_Decided_KeepsTheFirstDecisionAndWipesSegments()
    {
        var (head, rest) = (Message(1) with { Part = new InboundSmsPart(7, 1, 2) }, Message(2) with { Part = new InboundSmsPart(7, 2, 2) });
        await Add(head, dueAt: Now.AddMinutes(3));
        await Add(rest, dueAt: Now.AddMinutes(3));
        var decision = new SmsDecision(SmsMeaning.Help, StoreBench.Person(1), Language.English, StoreBench.Action(1), "deventer");
        Assert.True(await Sms.Decide(head with { Decision = decision, Sealed = Seal(head.Id, "heel") }, [rest.Id]));
        Assert.False(await Sms.Decide(head with { Decision = decision with { Meaning = SmsMeaning.Stop } }, []));

        var decided = Assert.Single(await Sms.ReadWaiting(Somebody));
        Assert.Equal((SmsState.Decided, decision, "heel"), (decided.State, decided.Decision, TextOf(decided)));
        Assert.Equal((SmsState.Joined, null), (await Sms.Read(rest.Id)) is { } joined ? (joined.State, joined.Sealed) : default);
        Assert.Equal([Somebody], await Sms.ReadDue(Now.AddMinutes(1), 10));
        Assert.Equal([head.Id], (await Sms.ReadRecent(Somebody, Now.AddHours(-1))).Select(message => message.Id));
    }

    [Fact]
    public async Task Message_Postponed_IsDueLater()
    {
        await Add(Message(1));
        await Sms.Postpone([Message(1).Id], Now.AddMinutes(5));
        Assert.Empty(await Sms.ReadDue(Now.AddMinutes(4), 10));
        Assert.Equal([Somebody], await Sms.ReadDue(Now.AddMinutes(5), 10));
        Assert.Equal(1, Assert.Single(await Sms.ReadWaiting(Somebody)).Attempts);
    }

    [Fact]
    public async Task Reply_Taken_IsTakenOnceAndCanBeGivenBack()
    {
        var id = await Decided(1);
        Assert.True(await Sms.TakeReply(id, SmsReplyKind.Thanks, Now));
        Assert.False(await Sms.TakeReply(id, SmsReplyKind.Info, Now));
        Assert.Equal((SmsReplyKind.Thanks, Now, null), ReplyOf(await Sms.Read(id)));

        await Sms.EndReply(id, null);
        Assert.Equal((null, null, null), ReplyOf(await Sms.Read(id)));
        Assert.True(await Sms.TakeReply(id, SmsReplyKind.Thanks, Now));
        await Sms.EndReply(id, SmsReplyResult.Accepted);
        Assert.Equal((SmsReplyKind.Thanks, Now, SmsReplyResult.Accepted), ReplyOf(await Sms.Read(id)));
    }

    [Theory]
    [InlineData(SmsOutcome.Tip, false)]
    [InlineData(SmsOutcome.Left, false)]
    [InlineData(SmsOutcome.Answered, false)]
    [InlineData(SmsOutcome.Unassigned, true)]
    public async Task Message_Finished_KeepsItsWordsOnlyWhileSomebodyIsToReadThem(SmsOutcome outcome, bool isKept)
    {
        var id = await Decided(1);
        await Sms.Finish(id, outcome);
        var done = await Sms.Read(id);
        Assert.Equal((SmsState.Done, outcome, isKept), (done?.State, done?.Outcome, done?.Sealed is not null));
        Assert.Empty(await Sms.ReadWaiting(Somebody));
        Assert.Empty(await Sms.ReadDue(Now.AddYears(1), 10));
    }

    [Fact]
    public async Task Inbox_Read_ShowsWhoAsksForHelpFirstPageByPage()
    {
        for (var i = 1; i <= 5; i++)
        {
            await Sms.Finish(await Decided(i, i == 2 ? SmsMeaning.Help : SmsMeaning.Tip), SmsOutcome.Unassigned);
        }

        await Sms.Finish(await Decided(6), SmsOutcome.Tip);
        var (seen, after) = (new List<Guid>(), (string?)null);
        do
        {
            var page = await Sms.ReadUnassigned(["another"], after, 2);
            seen.AddRange(page.Messages.Select(message => message.Id));
            after = page.Next;
        } while (after is not null);

        Assert.Equal(new[] { 2, 5, 4, 3, 1 }.Select(number => Message(number).Id), seen);
        Assert.Empty((await Sms.ReadUnassigned([StoreBench.Carrier], null, 10)).Messages);
        await Assert.ThrowsAsync<FormatException>(() => Sms.ReadUnassigned([], "x", 10));

        await Sms.Assign(Message(4).Id, StoreBench.Action(1));
        var assigned = await Sms.Read(Message(4).Id);
        Assert.Equal((SmsOutcome.Tip, StoreBench.Action(1), null), (assigned?.Outcome, assigned?.Decision?.ActionId, assigned?.Sealed));
        Assert.Equal(4, (await Sms.ReadUnassigned([], null, 10)).Messages.Count);
    }

    [Fact]
    public async Task Messages_Old_AreForgottenWhenTheyAreDone()
    {
        await Sms.Finish(await Decided(1), SmsOutcome.Unassigned);
        await Add(Message(2));
        Assert.Equal(0, await Sms.Forget(Message(1).ReceivedAt, 10));
        Assert.Equal(1, await Sms.Forget(Now.AddDays(1), 10));
        Assert.Equal([Message(2).Id], (await Sms.ReadWaiting(Somebody)).Select(message => message.Id));
    }

    [Fact]
    public async Task Participant_Erased_TakesTheirWordsFromTheInbox()
    {
        await Store.AddPeople(2);
        await Sms.Finish(await Decided(1, participant: 1), SmsOutcome.Unassigned);
        await Sms.Finish(await Decided(2, participant: 2), SmsOutcome.Unassigned);
        var row = (await Store.Register.Read(StoreBench.Person(1)))!;
        var change = new ParticipantChange(Guid.NewGuid(), new LookupHash(1, 2), ChangeRole.Manager, "relatie-1", Now, []);
        await Store.Register.Write(new ParticipantWrite(ParticipantPolicy.Erase(row, Now).Row!, change));

        var erased = await Sms.Read(Message(1).Id);
        Assert.Equal((null, null), (erased?.Sealed, erased?.Decision?.ParticipantId));
        Assert.NotNull((await Sms.Read(Message(2).Id))?.Sealed);
    }

    [Fact]
    public async Task Keys_OfMessages_AreCountedAndWrappedAnew()
    {
        await Add(Message(1));
        await Sms.Finish(await Decided(2), SmsOutcome.Answered);
        Assert.Equal(1, (await Store.Keys.CountByMasterKey()).GetValueOrDefault("test"));
        var key = Assert.Single(await Store.Keys.ReadNotWrappedBy("another", null, 10));
        Assert.Equal(Message(1).Id, key.ParticipantId);
        Assert.Equal(1, await Store.Keys.Rewrap([new Rewrapping(key, "another", [1, 2, 3])]));
        Assert.Equal(
            ("another", 3),
            (await Sms.Read(Message(1).Id))?.Sealed is { } made ? (made.MasterKeyId, made.WrappedKey.Length) : default
        );
        Assert.NotNull(await Store.Keys.ReadWrappedBy("another"));
    }

    [Fact]
    public async Task Action_ThatContactedSomebodyLast_IsFoundFirst()
    {
        await Contact();
        Assert.Equal([StoreBench.Action(2), StoreBench.Action(1)], await Contacted());
        Assert.Empty(await Contacted(practice: false));
        Assert.Equal([StoreBench.Action(2)], await Contacted(since: Now.AddSeconds(30)));
        await Store.Sql("update action set status = 'archived' where action_id = $1", StoreBench.Action(2));
        Assert.Equal([StoreBench.Action(1)], await Contacted());
    }

    [Fact]
    public async Task Action_ThatOnlySelectedSomebodyOrNeverRang_IsNotFound()
    {
        await Contact();
        await Store.NewAction(3, minute: 5);
        await Store.Store(Store.Step(3) with { Deliveries = [StoreBench.Delivery(1) with { SelectedAt = Now.AddMinutes(9) }] });
        await Store.NewAction(4, minute: 6);
        await Store.Store(Store.Step(4) with { Deliveries = [StoreBench.Delivery(1)] });
        await Store.Store(Store.Step(4) with { Claims = [StoreBench.Claim(1, Guid.NewGuid()) with { ClaimedAt = Now.AddMinutes(9) }] });
        Assert.Equal([StoreBench.Action(4), StoreBench.Action(2), StoreBench.Action(1)], await Contacted());

        var failed = StoreBench.Ended(1, 1, CallEnd.Rejected, 503) with { RangAt = null };
        await Store.Store(Store.Step(4) with { Attempts = [failed] });
        Assert.Equal([StoreBench.Action(2), StoreBench.Action(1)], await Contacted());
    }

    private async Task Contact()
    {
        await Store.AddPeople(2);
        for (var action = 1; action <= 2; action++)
        {
            await Store.NewAction(action);
            await Store.Store(Store.Step(action) with { Deliveries = [StoreBench.Delivery(1), StoreBench.Delivery(2)] });
            var claim = StoreBench.Claim(1, Guid.NewGuid()) with { ClaimedAt = Now.AddMinutes(action - 1) };
            await Store.Store(Store.Step(action) with { Claims = [claim] });
        }
    }

    private async Task<IEnumerable<Guid>> Contacted(bool practice = true, DateTimeOffset? since = null) =>
        (await Sms.FindContacted(SealedPeople.Seal.Phone(StoreBench.Phone(1)), practice, since ?? Now.AddDays(-1))).Select(found =>
            found.ActionId
        );

    private static StoredSms Message(int number)
    {
        var id = new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 9]);
        return new StoredSms
        {
            Id = id,
            ReceivedAt = Now.AddSeconds(number),
            Carrier = StoreBench.Carrier,
            Practice = true,
            To = "4411",
            Sender = Somebody,
            Words = new LookupHash(3, (ulong)number),
            Sealed = Seal(id, $"rode jas {number}"),
        };
    }

    private static SealedData Seal(Guid id, string text) =>
        SealedPeople.Seal.SealContent(id, new SmsContent("+31991000042", text).ToBytes());

    private static string TextOf(StoredSms message) => SmsContent.Read(SealedPeople.Seal.OpenContent(message.Id, message.Sealed!)).Text;

    private static (SmsReplyKind?, DateTimeOffset?, SmsReplyResult?) ReplyOf(StoredSms? message) =>
        (message?.Reply, message?.RepliedAt, message?.ReplyResult);

    private Task<bool> Add(StoredSms message, DateTimeOffset? dueAt = null) =>
        Sms.Add(message, message.Words, DateTimeOffset.UnixEpoch, dueAt ?? message.ReceivedAt);

    private async Task<Guid> Decided(int number, SmsMeaning meaning = SmsMeaning.Tip, int? participant = null)
    {
        var message = Message(number);
        await Add(message);
        var id = participant is { } person ? StoreBench.Person(person) : (Guid?)null;
        await Sms.Decide(message with { Decision = new SmsDecision(meaning, id, id is null ? null : Language.Dutch, null, null) }, []);
        return message.Id;
    }
}
