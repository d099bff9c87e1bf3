using Burgernet.Actions;
using Burgernet.Grains.Actions;
using Burgernet.Participants;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>What the action store of every provider does.</summary>
public abstract class ActionStoreTests : StoreTests
{
    [Fact]
    public async Task Append_NextSequence_IsReadBackAsItWas()
    {
        var state = await Store.NewAction(1);
        var events = await Store.Actions.ReadEvents(StoreBench.Action(1));

        Assert.Equal([1L, 2L], events.Select(happened => happened.Sequence));
        Assert.Equal(state.Head, ActionState.From(StoreBench.Action(1), events).Head);
        Assert.Equal(StoreBench.Dispatcher, events[0].Actor);
        Assert.Equal(HashChain.Origin, events[0].PreviousHash);
    }

    [Fact]
    public async Task ReadPreviewEvents_OfAllActions_AreThoseFromAnInstantOn()
    {
        var first = await Store.NewAction(1, epoch: 0);
        var second = await Store.NewAction(2, epoch: 0);
        var data = new PreviewData(StoreBench.Action(9), "+31…42", Language.Dutch, 1, "", "practice", StoreBench.At);
        first = await Store.Append(first, ActionEventType.Preview, data);
        await Store.Append(first, ActionEventType.Started, new StartedData(1, 2, 1, 1, 1));
        await Store.Append(second, ActionEventType.Previewed, new PreviewedData(data.PreviewId, PreviewResult.Heard, 200, 1));

        var events = await Store.Actions.ReadPreviewEvents(StoreBench.At);
        Assert.Equal("preview previewed", string.Join(' ', events.Select(happened => happened.Type).Order(StringComparer.Ordinal)));
        Assert.Equal(data, ActionEventData.Read<PreviewData>(events.Single(happened => happened.Type == ActionEventType.Preview).Data));
        Assert.Empty(await Store.Actions.ReadPreviewEvents(StoreBench.At.AddMinutes(1)));
    }

    [Fact]
    public async Task Append_SequenceTaken_WritesNothing()
    {
        var state = await Store.NewAction(1, epoch: 0);
        await Store.Append(state, ActionEventType.Started, new StartedData(1, 2, 1, 1, 1));
        var late = state.Next(
            ActionEventType.Stopped,
            ActionEventData.Write(new StoppedData(9, null)),
            StoreBench.Dispatcher,
            null,
            StoreBench.At
        );

        var message = new SpokenMessage(Language.Dutch, [1], 1);
        Assert.False(await Store.Actions.Append(state.With(late).ToRow(), late, [message]));
        Assert.Equal(2, (await Store.Actions.ReadEvents(StoreBench.Action(1))).Count);
        Assert.Empty(await Store.Actions.ReadMessages(StoreBench.Action(1), 1));
        Assert.Equal(1, await Store.Number("select epoch from action"));
    }

    [Fact]
    public async Task Append_ManyAtOnceForOneSequence_OneWins()
    {
        var state = await Store.NewAction(1, epoch: 0);
        var attempts = Enumerable
            .Range(1, 20)
            .Select(i =>
                state.Next(
                    ActionEventType.Started,
                    ActionEventData.Write(new StartedData(i, 2, 1, 1, 1)),
                    StoreBench.Dispatcher,
                    null,
                    StoreBench.At
                )
            )
            .Select(next => Store.Actions.Append(state.With(next).ToRow(), next, []));
        Assert.Single(await Task.WhenAll(attempts), won => won);
    }

    [Fact]
    public async Task Append_Tip_KeepsItsKeyBesideIt()
    {
        var state = await Store.NewAction(1);
        var (tip, key) = (new Guid(7, 0, 0, new byte[8]), Enumerable.Range(0, 60).Select(i => (byte)i).ToArray());
        var next = state.Next(
            ActionEventType.Tip,
            ActionEventData.Write(new TipData(tip, "AAEC")),
            StoreBench.Dispatcher,
            null,
            StoreBench.At
        );
        Assert.True(await Store.Actions.Append(state.With(next).ToRow(), next, [], new TipKey(tip, "test", key)));

        var stored = Assert.Single(await Store.Actions.ReadTipKeys(StoreBench.Action(1)));
        Assert.Equal((tip, "test"), (stored.TipId, stored.MasterKeyId));
        Assert.Equal(key, stored.Wrapped);
        Assert.Empty(await Store.Actions.ReadTipKeys(StoreBench.Action(2)));
        Assert.Equal(
            tip,
            ActionState.From(StoreBench.Action(1), await Store.Actions.ReadEvents(StoreBench.Action(1))).Tips.Single().Data.TipId
        );
    }

    [Fact]
    public async Task Append_Messages_AreReadBackDutchFirst()
    {
        var state = ActionState.From(StoreBench.Action(1), []);
        var next = state.Next(
            ActionEventType.Drafted,
            ActionEventData.Write(
                new DraftedData(ActionKind.Theft, "", "", true, "", new AreaData(new PointData(1, 1), 1, null), new PointData(1, 1), [])
            ),
            StoreBench.Dispatcher,
            null,
            StoreBench.At
        );
        SpokenMessage[] messages = [new(Language.English, [4, 5], 7_500), new(Language.Dutch, [1, 2, 3], 8_000)];
        await Store.Actions.Append(state.With(next).ToRow(), next, messages);

        var read = await Store.Actions.ReadMessages(StoreBench.Action(1), 1);
        Assert.Equal([Language.Dutch, Language.English], read.Select(message => message.Language));
        Assert.Equal([1, 2, 3], read[0].Wave);
        Assert.Equal(7_500, read[1].DurationMilliseconds);
    }

    [Fact]
    public async Task ListRunning_Actions_AreThoseWithDeliveriesToCome()
    {
        await Store.NewAction(1, epoch: 0);
        await Store.NewAction(2);
        var done = await Store.NewAction(3);
        await Store.Append(
            done,
            ActionEventType.WaveCompleted,
            new WaveCompletedData(0, 0, new Dictionary<Burgernet.Dialing.DeliveryResult, int>())
        );
        var stopped = await Store.NewAction(4);
        await Store.Append(stopped, ActionEventType.Stopped, new StoppedData(2, null));

        Assert.Equal(new[] { StoreBench.Action(2), StoreBench.Action(4) }.Order(), (await Store.Actions.ListRunning()).Order());
    }

    [Fact]
    public async Task List_Pages_ShowsEveryActionOfTheRoomOnceNewestFirst()
    {
        for (var i = 1; i <= 11; i++)
        {
            await Store.NewAction(i, epoch: i % 2, minute: i / 3);
        }

        for (var limit = 1; limit <= 12; limit++)
        {
            var seen = new List<ActionSummary>();
            string? after = null;
            do
            {
                var page = await Store.Actions.List("deventer", after, limit, []);
                Assert.InRange(page.Actions.Count, 1, limit);
                seen.AddRange(page.Actions);
                after = page.Next;
            } while (after is not null);

            Assert.Equal(11, seen.DistinctBy(action => action.Id).Count());
            Assert.Equal(11, seen.Count);
            Assert.Equal(
                seen.OrderByDescending(action => action.CreatedAt).Select(action => action.CreatedAt),
                seen.Select(action => action.CreatedAt)
            );
        }

        Assert.Empty((await Store.Actions.List("zwolle", null, 10, [])).Actions);
    }

    [Fact]
    public async Task List_ByState_ShowsThoseAndTheArchivedOnlyWhereTheyAreNamed()
    {
        await Store.NewAction(1, epoch: 0, minute: 1);
        await Store.NewAction(2, minute: 2);
        var archived = await Store.NewAction(3, minute: 3);
        var results = new Dictionary<Burgernet.Dialing.DeliveryResult, int>();
        archived = await Store.Append(archived, ActionEventType.Outcome, new OutcomeData(2, 2, [], null));
        archived = await Store.Append(
            archived,
            ActionEventType.Closed,
            new ClosedData(ActionResult.None, null, false, 0, 0, 0, 0, results)
        );
        await Store.Append(archived, ActionEventType.Archived, new ArchivedData(null));

        Assert.Equal([2, 1], await Listed());
        Assert.Equal([3], await Listed(ActionStatus.Archived));
        Assert.Equal([1], await Listed(ActionStatus.Draft, ActionStatus.Paused));
        Assert.Equal([3, 2], await Listed(ActionStatus.Active, ActionStatus.Archived, ActionStatus.Active));

        async Task<IEnumerable<int>> Listed(params ActionStatus[] statuses) =>
            (await Store.Actions.List("deventer", null, 10, statuses)).Actions.Select(action =>
                Enumerable.Range(1, 3).Single(number => StoreBench.Action(number) == action.Id)
            );
    }

    [Fact]
    public async Task Append_FurtherMessage_IsReadByItsNumber()
    {
        var state = await Store.NewAction(1);
        var next = state.Next(
            ActionEventType.MessageAdded,
            ActionEventData.Write(new MessageAddedData(2, MessageKind.Update, [], null)),
            StoreBench.Dispatcher,
            null,
            StoreBench.At
        );
        await Store.Actions.Append(state.With(next).ToRow(), next, [new(Language.Dutch, [7, 8], 1_000)], message: 2);
        Assert.Equal([7, 8], Assert.Single(await Store.Actions.ReadMessages(StoreBench.Action(1), 2)).Wave);
        Assert.Empty(await Store.Actions.ReadMessages(StoreBench.Action(1), 1));
    }

    [Fact]
    public async Task ReadDossier_AnyPageSizes_IsCompleteAndInOrder()
    {
        var state = await Store.NewAction(1);
        for (var i = 0; i < 30; i++)
        {
            await Store.Store(Store.Step(lane: i % 3, entries: 1 + (i % 4), at: StoreBench.At.AddSeconds(i / 5)));
        }

        await Store.Append(state, ActionEventType.Stopped, new StoppedData(2, null));
        await Store.NewAction(2);
        await Store.Store(Store.Step(action: 2));
        var all = (await Store.Actions.ReadDossier(StoreBench.Action(1), null, 1_000)).Entries;
        Assert.Equal(3 + 73, all.Count);

        await Gen.Int[1, 20]
            .Array[1, 8]
            .SampleAsync(
                async sizes =>
                {
                    var seen = new List<DossierEntry>();
                    string? after = null;
                    for (var i = 0; i == 0 || after is not null; i++)
                    {
                        var page = await Store.Actions.ReadDossier(StoreBench.Action(1), after, sizes[i % sizes.Length]);
                        seen.AddRange(page.Entries);
                        after = page.Next;
                    }

                    Assert.Equal(all, seen);
                },
                iter: 20,
                threads: 1
            );

        foreach (var chain in all.GroupBy(entry => entry.Lane))
        {
            var head = Convert.ToHexStringLower(HashChain.Origin);
            foreach (var (entry, place) in chain.Select((entry, i) => (entry, i + 1)))
            {
                Assert.Equal((place, head), (entry.Sequence, entry.PreviousHash));
                head = entry.Hash;
            }
        }
    }

    [Fact]
    public async Task ReadDossier_UnknownAction_IsEmpty() =>
        Assert.Empty((await Store.Actions.ReadDossier(StoreBench.Action(9), null, 10)).Entries);
}
