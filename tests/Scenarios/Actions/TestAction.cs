using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dossier;
using Burgernet.TestKit;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

/// <summary>An action as a dispatcher of Deventer steers it; after a restart it is taken up on the new node.</summary>
internal sealed class TestAction(Guid id)
{
    public const string ControlRoom = "deventer";

    private static readonly Actor Dispatcher = new(ControlRoom, "d-17");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private TestNode _node = null!;

    public Guid Id => id;

    public IActionGrain Grain => _node.Grains.GetGrain<IActionGrain>(id);

    public IReadOnlyList<PlacedCall> Calls => _node.Phones.CallsOf(id);

    public static Act Act(string key, string room = ControlRoom) => new(Dispatcher with { ControlRoom = room }, key, "fingerprint-" + key);

    public static async Task<TestAction> Draft(TestNode node, Town town, double radius, ActionKind kind = ActionKind.MissingChild)
    {
        var action = new TestAction(Guid.NewGuid()).On(node);
        await action.Create(town, radius, kind);
        return action;
    }

    public static async Task<TestAction> Start(TestNode node, Town town, double radius, ActionKind kind = ActionKind.MissingChild)
    {
        var action = await Draft(node, town, radius, kind);
        await action.Start();
        return action;
    }

    /// <summary>Starts an action that goes by other media than the phone alone.</summary>
    public static async Task<TestAction> StartBy(
        TestNode node,
        Town town,
        Medium[] media,
        bool smsInstead = false,
        ActionKind kind = ActionKind.MissingChild,
        string text = "Kind vermist",
        params WrittenMail[] mails
    )
    {
        var action = new TestAction(Guid.NewGuid()).On(node);
        var draft = town.Draft(5_000, kind) with
        {
            Media = media,
            SmsInstead = smsInstead,
            Written = [new WrittenMessage(Burgernet.Participants.Language.Dutch, text)],
            Mails = mails,
        };
        var reply = await Insist(() => action.Grain.Create(Act("draft"), draft));
        Assert.Null(reply.Problem);
        Assert.Null((await action.Start()).Problem);
        return action;
    }

    public TestAction On(TestNode node)
    {
        _node = node;
        return this;
    }

    public Task<ActionReply> Create(Town town, double radius, ActionKind kind = ActionKind.MissingChild) =>
        Insist(() => Grain.Create(Act("draft"), town.Draft(radius, kind)));

    public Task<ActionReply> Start(string key = "start") => Insist(() => Grain.Start(Act(key)));

    public Task<ActionReply> Add(MessageKind kind, string? key = null) =>
        Insist(() =>
            Grain.AddMessage(
                Act(key ?? kind.ToString()) with
                {
                    Reason = "reden",
                },
                kind,
                [new SpokenMessage(Burgernet.Participants.Language.Dutch, [4, 5], PhoneNetwork.MessageMilliseconds)]
            )
        );

    public Task<ActionReply> Close(ActionResult result = ActionResult.Direct, bool expire = false, string key = "close") =>
        Insist(() => Grain.Close(Act(key) with { Reason = "gevonden" }, new CloseTerms(result, expire)));

    public Task<ActionReply> Archive() => Insist(() => Grain.Archive(Act("archive")));

    /// <summary>The messages that somebody's phone was called for, in order.</summary>
    public int[] MessagesTo(Resident resident) =>
        [.. Calls.Where(call => call.Person == resident.Id).OrderBy(call => call.Order).Select(call => call.Message)];

    /// <summary>What must hold of every action whose deliveries are done: a row and a result for each message and person, unbroken chains, no message heard twice and no two calls to
    /// one person at once.</summary>
    public async Task ShouldBeWhole()
    {
        var deliveries = await Deliveries();
        Assert.Equal(deliveries.Count, deliveries.DistinctBy(delivery => (delivery.ParticipantId, delivery.Message)).Count());
        Assert.DoesNotContain(deliveries, delivery => delivery.Result == DeliveryResult.None || delivery.UnderWay);
        var dossier = await Dossier();
        ShouldBeUnbroken(dossier);
        var results = dossier.Count(entry =>
            entry.Type is "ended" or "settled" && !entry.Data.Contains("\"result\":\"none\"", StringComparison.Ordinal)
        );
        Assert.Equal(deliveries.Count, results);
        foreach (var calls in Calls.GroupBy(call => (call.Person, call.Message)))
        {
            Assert.InRange(calls.Count(call => call.Answered), 0, 1);
        }

        foreach (var calls in Calls.GroupBy(call => call.Person))
        {
            var inOrder = calls.OrderBy(call => call.Order).ToArray();
            Assert.All(
                inOrder.Zip(inOrder.Skip(1)),
                pair => Assert.True(pair.First.OverAt <= pair.Second.At, $"{pair.First}; {pair.Second}")
            );
        }

        Assert.Empty(_node.Unclaimed);
    }

    public Task<ActionReply> Stop(string key = "stop", CallsUnderWay calls = CallsUnderWay.Finish) =>
        Insist(() => Grain.Stop(Act(key), calls));

    public Task<ActionReply> Pause(string key = "pause", CallsUnderWay calls = CallsUnderWay.Finish) =>
        Insist(() => Grain.Pause(Act(key), calls));

    public Task<ActionReply> Resume(string key = "resume") => Insist(() => Grain.Resume(Act(key)));

    public Task<ActionReply> Expand(double radius, string key = "expand", int? confirmed = null) =>
        Expand(new Expansion(null, radius, confirmed), key);

    public Task<ActionReply> Expand(Expansion expansion, string key) => Insist(() => Grain.Expand(Act(key), expansion));

    public Task<ActionReply> Plan(ExpansionPlan plan, string key = "plan") => Insist(() => Grain.PlanExpansion(Act(key), plan));

    public async Task<ActionSnapshot> Snapshot()
    {
        var reply = await Grain.Get(ControlRoom);
        return reply.Action ?? throw new InvalidOperationException($"No action: {reply.Problem?.Code}");
    }

    public Task UntilComplete() => Until("every delivery has its result", snapshot => snapshot.Progress.Complete);

    public async Task Until(string what, Func<ActionSnapshot, bool> holds)
    {
        ActionSnapshot? last = null;
        await Eventually.Holds(
            what,
            async () =>
            {
                last = await Snapshot();
                return holds(last);
            },
            Patience,
            () => $"{last?.Status}, {last?.Progress}; {string.Join(", ", last?.Progress.Results ?? new Dictionary<DeliveryResult, int>())}"
        );
    }

    public async Task<IReadOnlyList<DeliveryView>> Deliveries()
    {
        var all = new List<DeliveryView>();
        string? after = null;
        do
        {
            var page = await Grain.ReadDeliveries(after, 7);
            all.AddRange(page.Deliveries);
            after = page.Next;
        } while (after is not null);

        return all;
    }

    public async Task<IReadOnlyList<DossierEntry>> Dossier()
    {
        var all = new List<DossierEntry>();
        string? after = null;
        do
        {
            var page = await Grain.ReadDossier(after, 50);
            all.AddRange(page.Entries);
            after = page.Next;
        } while (after is not null);

        return all;
    }

    /// <summary>What must hold of every finished action: one row and one result each, one end of the wave, unbroken chains, and nobody answered twice.</summary>
    /// <param name="people">How many were called.</param>
    /// <param name="waves">How many waves there were: each may have ended by itself, or together with the next.</param>
    public async Task ShouldBeSound(int people, int waves = 1)
    {
        var deliveries = await Deliveries();
        Assert.Equal(people, deliveries.Count);
        Assert.Equal(people, deliveries.DistinctBy(delivery => delivery.ParticipantId).Count());
        Assert.DoesNotContain(deliveries, delivery => delivery.Result == DeliveryResult.None || delivery.UnderWay);
        var dossier = await Dossier();
        Assert.InRange(dossier.Count(entry => entry.Type == "wave-completed"), 1, waves);
        Assert.Equal(waves, dossier.Count(entry => entry.Type is "started" or "expanded"));
        foreach (var type in new[] { "drafted", "started" })
        {
            Assert.Single(dossier, entry => entry.Type == type);
        }

        Assert.InRange(dossier.Count(entry => entry.Type == "stopped"), 0, 1);
        ShouldBeUnbroken(dossier);
        ShouldBeAnchored(dossier);
        await ShouldBeVerified();
        ShouldHaveOneResultEach(dossier, deliveries);
        Assert.All(Calls.GroupBy(call => call.Person), calls => Assert.InRange(calls.Count(call => call.Answered), 0, 1));
        Assert.Empty(_node.Unclaimed);
    }

    /// <summary>As the command does: chains, anchors, signatures, and the tables beside the chains.</summary>
    public async Task ShouldBeVerified()
    {
        var check = new DossierCheck(id, _node.Get<Lazy<DossierKeys>>().Value);
        await _node.Get<IDossierStore>().Read(id, check);
        Assert.Empty(check.End());
        Assert.True(check.Signatures > 1);
    }

    /// <summary>The action's own chain holds the end of each lane's.</summary>
    private static void ShouldBeAnchored(IReadOnlyList<DossierEntry> dossier)
    {
        var anchored = dossier
            .Where(entry => entry.Type == "anchored")
            .SelectMany(entry => ActionEventData.Read<AnchoredData>(entry.Data).Lanes)
            .GroupBy(head => head.Lane)
            .ToDictionary(lane => lane.Key, lane => lane.Last().Hash);
        var heads = dossier
            .Where(entry => entry.Lane is not null)
            .GroupBy(entry => entry.Lane!.Value)
            .ToDictionary(lane => lane.Key, lane => lane.MaxBy(entry => entry.Sequence)!.Hash);
        Assert.Equal(heads.OrderBy(lane => lane.Key), anchored.OrderBy(lane => lane.Key));
    }

    /// <summary>Waits until what receipts changed is recorded, and held by an anchor behind it.</summary>
    public Task ShouldBeAmended() =>
        Eventually.Holds(
            "the action is amended and anchored",
            async () =>
            {
                var own = (await Dossier()).Where(entry => entry.Lane is null).Select(entry => entry.Type).ToList();
                return own.LastIndexOf("amended") is >= 0 and var amended && own.LastIndexOf("anchored") > amended;
            },
            Patience
        );

    private static void ShouldHaveOneResultEach(IReadOnlyList<DossierEntry> dossier, IReadOnlyList<DeliveryView> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            var person = $"\"participant\":\"{delivery.ParticipantId:D}\"";
            Assert.Single(
                dossier,
                entry =>
                    entry.Type is "ended" or "settled"
                    && entry.Data.Contains(person, StringComparison.Ordinal)
                    && !entry.Data.Contains("\"result\":\"none\"", StringComparison.Ordinal)
            );
        }
    }

    private static void ShouldBeUnbroken(IReadOnlyList<DossierEntry> dossier)
    {
        foreach (var chain in dossier.GroupBy(entry => entry.Lane))
        {
            var head = HashChain.Origin;
            var sequence = 0L;
            foreach (var entry in chain.OrderBy(entry => entry.Sequence))
            {
                Assert.Equal(++sequence, entry.Sequence);
                Assert.Equal(Convert.ToHexStringLower(head), entry.PreviousHash);
                head = HashChain.Next(head, sequence, entry.At, entry.Type, entry.ControlRoom ?? "", entry.Dispatcher ?? "", entry.Data);
                Assert.Equal(Convert.ToHexStringLower(head), entry.Hash);
            }
        }
    }

    /// <summary>Asks as a client does: the same act again for as long as the store is away.</summary>
    private static async Task<ActionReply> Insist(Func<Task<ActionReply>> act)
    {
        ActionReply? reply = null;
        await Eventually.Holds(
            "the store takes the act",
            async () =>
            {
                reply = await act();
                return reply.Problem?.Code != ActionProblemCode.StoreUnavailable;
            },
            Patience
        );
        return reply!;
    }
}
