using System.Security.Cryptography;
using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Dossier;
using Burgernet.Participants;
using Burgernet.Tests.Unit.Storage;

namespace Burgernet.Tests.Unit.Dossier;

/// <summary>An action with two lanes as the grains store it: signed events, anchored lanes, and calls in every state that a row can be in.</summary>
internal sealed class TestDossier(StoreBench store, DossierKeys keys, int action = 1)
{
    private static readonly CarrierList Carriers = new([
        new CarrierOptions { Name = StoreBench.Carrier, LongestMessage = TimeSpan.FromSeconds(60) },
    ]);

    private static readonly SpokenMessage[] Spoken =
    [
        new(Language.Dutch, [1, 2, 3, 4, 5, 6, 7, 8], 8_000),
        new(Language.English, [8, 7, 6, 5, 4, 3, 2, 1], 7_000),
    ];

    private readonly Dictionary<int, LaneLedger> _lanes = [];
    private readonly Dictionary<int, long> _anchored = [];
    private DateTimeOffset _now = StoreBench.At;

    public Guid Id => StoreBench.Action(action);

    public ActionState State { get; private set; } = ActionState.From(StoreBench.Action(action), []);

    public static DossierKeys NewKeys(params string[] ids)
    {
        var made = ids.Select(id => (id, ECDsa.Create(ECCurve.NamedCurves.nistP256))).ToArray();
        return new DossierKeys(made, ids[^1]);
    }

    /// <summary>Eight people in two lanes: heard, rang out and due again, ringing, answered and going on, busy, and two that a stop found waiting.</summary>
    public async Task Run()
    {
        await store.AddPeople(8);
        await Begin();
        await Select(0, 0, 1, 2);
        await Select(0, 1, 3, 4, 5);
        await Select(1, 0, 6, 7, 8);
        await Anchor();

        var first = await Pull(0, 3);
        var answered = Reported(first[0]) with { RangAt = Tick(), AnsweredAt = Tick() };
        await Report(0, answered);
        await Report(
            0,
            answered with
            {
                EndedAt = answered.AnsweredAt!.Value.AddSeconds(30),
                End = CallEnd.HungUpByUs,
                SipStatus = 200,
                Keys = "1",
                PlayedMilliseconds = 8_000,
            }
        );
        await Report(0, Reported(first[1]) with { RangAt = Tick(), EndedAt = Tick(), End = CallEnd.RingLimit, SipStatus = 487 });
        await Report(0, Reported(first[2]) with { RangAt = Tick(), SipStatus = 180 });
        var second = await Pull(1, 2);
        await Report(
            1,
            Reported(second[0]) with
            {
                RangAt = Tick(),
                AnsweredAt = Tick(),
                SipStatus = 200,
                Keys = "5",
                PlayedMilliseconds = 900,
            }
        );
        await Report(1, Reported(second[1]) with { EndedAt = Tick(), End = CallEnd.Rejected, SipStatus = 486 });
        await Anchor();
        await Append(ActionEventType.Stopped, new StoppedData(2, "gevonden"), "stop");
        await Store(0, _lanes[0].Stop(Tick()));
        await Store(1, _lanes[1].Stop(Tick()));
        await Anchor();
    }

    /// <summary>Drafted and started.</summary>
    public async Task Begin()
    {
        var area = new AreaData(new PointData(52, 6), 500, null);
        var draft = new DraftedData(
            ActionKind.MissingChild,
            "jas",
            "i-1",
            true,
            StoreBench.Carrier,
            area,
            new PointData(52, 6),
            [.. Spoken.Select(MessageData.Of)]
        );
        await Append(ActionEventType.Drafted, draft, "draft", Spoken);
        var policy = new PolicyData("v1", Urgency.Urgent, null, 100, 1_000, 0.10m, 0.20m);
        await Append(ActionEventType.Started, new StartedData(1, 2, 1, 1, 8, Policy: policy), "start");
    }

    public async Task Append<T>(string type, T data, string? operation = null, IReadOnlyList<SpokenMessage>? messages = null)
    {
        var act = operation is null ? null : new Act(StoreBench.Dispatcher, operation, $"fingerprint-{operation}");
        var next = State.Next(type, ActionEventData.Write(data), StoreBench.Dispatcher, act, Tick());
        next = next with { Signature = keys.Sign(Id, next) };
        State = State.With(next);
        Xunit.Assert.True(await store.Actions.Append(State.ToRow(), next, messages ?? []));
    }

    public async Task<CallOrder[]> Pull(int lane, int most)
    {
        var ledger = _lanes[lane];
        var taken = ledger.Book.Take(most, int.MaxValue, Tick());
        await Store(lane, ledger.Claim(taken, new PullRequest(StoreBench.Carrier, StoreBench.Dialer, most, 1, []), Tick()));
        return ledger.Orders(taken, taken.ConvertAll(delivery => new ClaimedNumber(delivery.ParticipantId, "+31")));
    }

    public static CallReport Reported(CallOrder order) =>
        new()
        {
            ParticipantId = order.ParticipantId,
            Message = order.Message,
            Attempt = order.Attempt,
            Nonce = order.Nonce,
            MessageMilliseconds = 8_000,
        };

    public Task Report(int lane, CallReport report) => Store(lane, _lanes[lane].Apply([report], Tick()));

    public Task Select(int lane, int band, params int[] people)
    {
        if (!_lanes.TryGetValue(lane, out var ledger))
        {
            var terms = new LaneTerms([TimeSpan.FromMinutes(1)], null);
            _lanes[lane] = ledger = new LaneLedger(Id, lane, Carriers, new LaneChain(0, HashChain.Origin), _now, terms);
        }

        var found = people.Select(person => new Candidate(
            StoreBench.Person(person),
            0,
            person % 5 == 0 ? Language.English : Language.Dutch
        ));
        return Store(lane, ledger.Add(band, found.ToArray(), Tick()));
    }

    public Task Enlist(int lane, params LaneMessage[] messages) => Store(lane, _lanes[lane].Enlist(messages, Tick()));

    public Task Stop(int lane) => Store(lane, _lanes[lane].Stop(Tick()));

    public Task Anchor()
    {
        var heads = _lanes
            .Where(lane => lane.Value.Head.Sequence > _anchored.GetValueOrDefault(lane.Key))
            .Select(lane => new LaneHeadData(lane.Key, lane.Value.Head.Sequence, Convert.ToHexStringLower(lane.Value.Head.Hash)))
            .ToArray();
        Array.ForEach(heads, head => _anchored[head.Lane] = head.Sequence);
        return Append(ActionEventType.Anchored, new AnchoredData(heads));
    }

    /// <summary>What the check says of it as it stands in the database.</summary>
    public async Task<IReadOnlyList<DossierFault>> Faults(DossierKeys? against = null, DateTimeOffset? unsignedUntil = null)
    {
        var check = new DossierCheck(Id, against ?? keys, unsignedUntil);
        await store.Dossiers.Read(Id, check);
        return check.End();
    }

    private async Task Store(int lane, LaneWrite? write)
    {
        if (write is not null)
        {
            Xunit.Assert.Empty((await store.Lanes.Write(write with { Lane = lane })).Refused);
        }
    }

    /// <summary>A time of its own for everything, to the microsecond.</summary>
    private DateTimeOffset Tick() => _now = _now.AddMilliseconds(1_234).AddMicroseconds(567);
}
