using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Actions;

public sealed class ActionStateTests
{
    private static readonly Guid Id = new(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]);
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Actor Dispatcher = new("deventer", "d-17");

    private readonly List<ActionEvent> _events = [];

    private ActionState State => ActionState.From(Id, _events);

    [Fact]
    public void State_NoEvents_DoesNotExist()
    {
        Assert.False(State.Exists);
        Assert.Equal((0, "", false), (State.Sequence, State.ControlRoom, State.Running));
        Assert.Equal(HashChain.Origin, State.Head);
        Assert.Throws<InvalidOperationException>(() => State.Draft);
    }

    [Fact]
    public void State_Drafted_IsTheCreatorsDraft()
    {
        Happens(ActionEventType.Drafted, Draft(), "k1");
        Assert.True(State.Exists);
        Assert.Equal((ActionStatus.Draft, "deventer", At, false), (State.Status, State.ControlRoom, State.CreatedAt, State.Running));
        Assert.Equal(new ActionRow(Id, "deventer", ActionKind.Theft, "i-1", true, ActionStatus.Draft, 0, false, At), State.ToRow());
    }

    [Fact]
    public void State_LifeCycle_RunsFromStartUntilTheWaveIsComplete()
    {
        Happens(ActionEventType.Drafted, Draft(), "k1");
        Happens(ActionEventType.Started, new StartedData(1, 4, 9, 5, 60), "k2", At.AddSeconds(1));
        Assert.Equal((ActionStatus.Active, 1, 4, true), (State.Status, State.Epoch, State.Lanes, State.Running));
        Assert.False(State.SelectionCompleted);

        Happens(ActionEventType.SelectionCompleted, new SelectionCompletedData(60));
        Assert.True(State.SelectionCompleted);
        Assert.True(State.ToRow().Running);

        Happens(ActionEventType.WaveCompleted, new WaveCompletedData(60, 50, new Dictionary<DeliveryResult, int>()));
        Assert.Equal((ActionStatus.Active, false, true), (State.Status, State.Running, State.WaveCompleted));
        Assert.Equal((At.AddSeconds(1), null), (State.StartedAt, State.StoppedAt));

        Happens(ActionEventType.Stopped, new StoppedData(2, null), "k3", At.AddSeconds(9));
        Assert.Equal((ActionStatus.Stopped, 2, false), (State.Status, State.Epoch, State.Running));
        Assert.Equal(At.AddSeconds(9), State.StoppedAt);
    }

    [Fact]
    public void State_PausedResumedStopped_RaisesTheEpochEachTimeAndSaysSinceWhen()
    {
        Happens(ActionEventType.Drafted, Draft(), "k1");
        Happens(ActionEventType.Started, new StartedData(1, 4, 9, 5, 60), "k2", At);
        Happens(ActionEventType.Paused, new PausedData(2, CallsUnderWay.Finish, null, At.AddSeconds(5)), "k3", At.AddSeconds(9));
        Assert.Equal((ActionStatus.Paused, 2, true), (State.Status, State.Epoch, State.Running));
        Assert.Equal(At.AddSeconds(5), State.PausedAt);
        Assert.Equal((ActionStatus.Paused, 2, true), (State.ToRow().Status, State.ToRow().Epoch, State.ToRow().Running));

        Happens(ActionEventType.Resumed, new ResumedData(3, null), "k4");
        Assert.Equal((ActionStatus.Active, 3, null), (State.Status, State.Epoch, State.PausedAt));

        Happens(ActionEventType.Paused, new PausedData(4, CallsUnderWay.Cut, null, At.AddSeconds(20)), "k5");
        Happens(ActionEventType.Stopped, new StoppedData(5, null, CallsUnderWay.Cut, At.AddSeconds(30)), "k6", At.AddSeconds(44));
        Assert.Equal((ActionStatus.Stopped, 5, null), (State.Status, State.Epoch, State.PausedAt));
        Assert.Equal(At.AddSeconds(30), State.StoppedAt);
    }

    [Fact]
    public void State_Paused_SelectsCompletesAndHearsAsBefore()
    {
        Happens(ActionEventType.Drafted, Draft(), "k1");
        Happens(ActionEventType.Started, new StartedData(1, 2, 9, 5, 60), "k2");
        Happens(ActionEventType.Paused, new PausedData(2, CallsUnderWay.Finish, null, At), "k3");
        Happens(ActionEventType.SelectionCompleted, new SelectionCompletedData(1));
        Happens(ActionEventType.WaveCompleted, new WaveCompletedData(1, 1, new Dictionary<DeliveryResult, int>()));
        Assert.Equal((ActionStatus.Paused, true, false), (State.Status, State.SelectionCompleted, State.Running));
    }

    [Fact]
    public void QuietUntil_WhileItCalls_HoldsUnlessItWasStartedWithAReason()
    {
        var night = new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.FromHours(1));
        var policy = new PolicyData("v", Urgency.Low, "22:00-08:00", 1, 1, 0, 0);
        Happens(ActionEventType.Drafted, Draft(), "k1");
        Assert.Null(State.QuietUntil(night));
        Assert.Equal(Urgency.Normal, State.Urgency);

        var draft = _events.ToArray();
        Happens(ActionEventType.Started, new StartedData(1, 4, 9, 5, 60, Policy: policy), "k2");
        Assert.Equal(Urgency.Low, State.Urgency);
        Assert.Equal(night.AddHours(9), State.QuietUntil(night));
        Assert.Null(State.QuietUntil(At));
        Happens(ActionEventType.Stopped, new StoppedData(2, null), "k3");
        Assert.Null(State.QuietUntil(night));

        _events.Clear();
        _events.AddRange(draft);
        Happens(ActionEventType.Started, new StartedData(1, 4, 9, 5, 60, QuietHoursOverride: "nodig", Policy: policy), "k2");
        Assert.Null(State.QuietUntil(night));
    }

    [Fact]
    public void State_StoppedBeforeTheWaveIsComplete_StillRuns()
    {
        Happens(ActionEventType.Drafted, Draft(), "k1");
        Happens(ActionEventType.Started, new StartedData(1, 4, 9, 5, 60), "k2");
        Happens(ActionEventType.Stopped, new StoppedData(2, null), "k3");
        Assert.True(State.Running);
    }

    [Fact]
    public void State_UnknownEvent_IsRefused()
    {
        Happens(ActionEventType.Drafted, Draft(), "k1");
        Happens("vanished", new StoppedData(1, null));
        Assert.Throws<InvalidOperationException>(() => State);
    }

    [Fact]
    public void With_OneMore_LeavesTheStateBeforeAsItWas()
    {
        Happens(ActionEventType.Drafted, Draft(), "k1");
        var before = State;
        var next = before.Next(ActionEventType.Started, ActionEventData.Write(new StartedData(1, 2, 1, 1, 1)), Dispatcher, null, At);
        var after = before.With(next);

        Assert.Equal((ActionStatus.Draft, 1L), (before.Status, before.Sequence));
        Assert.Equal((ActionStatus.Active, 2L), (after.Status, after.Sequence));
    }

    [Fact]
    public void Next_Events_FormAChain()
    {
        Happens(ActionEventType.Drafted, Draft(), "k1");
        Happens(ActionEventType.Started, new StartedData(1, 2, 1, 1, 1), "k2");
        var head = HashChain.Origin;
        foreach (var happened in _events)
        {
            Assert.Equal(head, happened.PreviousHash);
            head = HashChain.Next(head, happened.Sequence, happened.At, happened.Type, "deventer", "d-17", happened.Data);
            Assert.Equal(head, happened.Hash);
        }

        Assert.Equal([1L, 2L], _events.Select(happened => happened.Sequence));
    }

    [Fact]
    public void Check_Key_IsNewRepeatedOrUsedForSomethingElse()
    {
        Happens(ActionEventType.Drafted, Draft(), "k1");
        Happens(ActionEventType.Started, new StartedData(1, 2, 1, 1, 1), "k2");

        Assert.Equal((false, null), State.Check(Act("k9"), ActionEventType.Started));
        Assert.Equal((true, null), State.Check(Act("k2"), ActionEventType.Started));
        Assert.Equal((true, null), State.Check(Act("k1"), ActionEventType.Drafted));
        Assert.Equal(ActionProblemCode.OperationReused, State.Check(Act("k1"), ActionEventType.Started).Problem?.Code);
        Assert.Equal(
            ActionProblemCode.OperationReused,
            State.Check(Act("k2") with { Fingerprint = "other" }, ActionEventType.Started).Problem?.Code
        );
        Assert.False(State.Check(Act("K2"), ActionEventType.Started).Repeated);
    }

    [Fact]
    public void ToSnapshot_Started_ShowsWhatWasDrafted()
    {
        Happens(ActionEventType.Drafted, Draft(), "k1");
        var snapshot = State.ToSnapshot([], At);
        Assert.Equal(
            (Id, "deventer", ActionKind.Theft, "fiets", "i-1", true),
            (snapshot.Id, snapshot.ControlRoom, snapshot.Kind, snapshot.Description, snapshot.IncidentNumber, snapshot.Practice)
        );
        Assert.Equal(new CircleArea(new GeoPoint(52, 6), 500), snapshot.Area);
        Assert.Equal([Language.English, Language.Dutch], snapshot.Languages);
    }

    [Fact]
    public void State_FurtherMessages_RunAgainAndAreShownWithHowFarTheyAre()
    {
        Happens(ActionEventType.Drafted, Draft(), "k1");
        Happens(ActionEventType.Started, new StartedData(1, 2, 9, 5, 60), "k2", At.AddSeconds(1));
        Happens(
            ActionEventType.WaveCompleted,
            new WaveCompletedData(60, 50, new Dictionary<DeliveryResult, int> { [DeliveryResult.Heard] = 60 })
        );
        Assert.False(State.Running);
        Assert.Equal((1, 60, 50, 60), Shown(State.ToSnapshot([], At).Messages[0]));

        Happens(
            ActionEventType.MessageAdded,
            new MessageAddedData(2, MessageKind.Correction, [new(Language.Dutch, 5_000, "cd")], null),
            "k3"
        );
        Assert.Equal((ActionStatus.Active, true, 1), (State.Status, State.Running, State.Epoch));
        Happens(ActionEventType.Outcome, new OutcomeData(3, 2, [new(Language.Dutch, 5_000, "ef")], null), "k4");
        Assert.Equal((ActionStatus.Outcome, true, 2), (State.Status, State.Running, State.Epoch));
        Assert.Equal(
            [new LaneMessage(2, MessageKind.Correction, 1, null), new LaneMessage(3, MessageKind.Outcome, 2, null)],
            State.LaneTerms.Further
        );
        var snapshot = State.ToSnapshot([Lane(0, 10, 4, 2, 5, (DeliveryResult.Heard, 4)), Lane(1, 8, 1, 0, 6)], At);
        Assert.Equal([MessageKind.Call, MessageKind.Correction, MessageKind.Outcome], snapshot.Messages.Select(message => message.Kind));
        Assert.Equal((1, 18, 11, 0), Shown(snapshot.Messages[0]));

        var results = new Dictionary<DeliveryResult, int> { [DeliveryResult.Heard] = 70 };
        Happens(ActionEventType.WaveCompleted, new WaveCompletedData(60, 50, results, 55, [new(1, 60, 50, 40, 60), new(2, 10, 9, 8, 10)]));
        Happens(ActionEventType.Closed, new ClosedData(ActionResult.Direct, null, false, 60, 50, 70, 0, results), "k5", At.AddSeconds(9));
        snapshot = State.ToSnapshot([], At);
        Assert.Equal((ActionStatus.Closed, ActionResult.Direct, At.AddSeconds(9)), (snapshot.Status, snapshot.Result, snapshot.ClosedAt));
        Assert.Equal(
            (60, 70, 70, 55),
            (snapshot.Progress.Selected, snapshot.Progress.Deliveries, snapshot.Progress.Done, snapshot.Progress.Heard)
        );
        Assert.Equal((2, 10, 9, 8), Shown(snapshot.Messages[1]));
        Happens(ActionEventType.Archived, new ArchivedData(null), "k6");
        Assert.Equal((ActionStatus.Archived, false), (State.Status, State.ToRow().Running));

        static (int, int, int, int) Shown(MessageSummary message) => (message.Number, message.Deliveries, message.Contacted, message.Heard);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("dader loopt rond", true)]
    public void QuietUntil_Outcome_IsHeldWhateverOverrodeTheHours(string? quietHoursOverride, bool held)
    {
        Happens(ActionEventType.Drafted, Draft(), "k1");
        var policy = new PolicyData("v", Urgency.Urgent, "22:00-08:00", 1, 1, 0, 0);
        Happens(ActionEventType.Started, new StartedData(1, 2, 9, 5, 60, QuietHoursOverride: quietHoursOverride, Policy: policy), "k2");
        var night = new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.Zero);
        Assert.Equal(quietHoursOverride is null, State.QuietUntil(night) is not null);
        Happens(ActionEventType.Outcome, new OutcomeData(2, 2, [], null), "k3");
        Assert.Equal(held, State.QuietUntil(night) == new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void ToProgress_Running_SumsTheLanes()
    {
        Happens(ActionEventType.Drafted, Draft(), "k1");
        Happens(ActionEventType.Started, new StartedData(1, 2, 1, 1, 1), "k2");
        var progress = State.ToProgress([
            Lane(0, 10, 4, 2, 5, (DeliveryResult.Heard, 3), (DeliveryResult.Busy, 1)),
            Lane(1, 8, 1, 0, 6, (DeliveryResult.Heard, 5), (DeliveryResult.Confirmed, 2)),
        ]);
        Assert.Equal(
            (18, 5, 2, 11, 11, 10),
            (progress.Selected, progress.Waiting, progress.UnderWay, progress.Done, progress.Contacted, progress.Heard)
        );
        Assert.Equal(8, progress.Results[DeliveryResult.Heard]);
        Assert.False(progress.Complete);
    }

    [Fact]
    public void ToProgress_WaveCompleted_IsWhatTheDossierSays()
    {
        Happens(ActionEventType.Drafted, Draft(), "k1");
        Happens(ActionEventType.Started, new StartedData(1, 2, 1, 1, 1), "k2");
        Happens(ActionEventType.SelectionCompleted, new SelectionCompletedData(3));
        var results = new Dictionary<DeliveryResult, int> { [DeliveryResult.Heard] = 2, [DeliveryResult.NoAnswer] = 1 };
        Happens(ActionEventType.WaveCompleted, new WaveCompletedData(3, 3, results));

        var progress = State.ToProgress([]);
        Assert.Equal(
            (3, 0, 0, 3, 3, 2),
            (progress.Selected, progress.Waiting, progress.UnderWay, progress.Done, progress.Contacted, progress.Heard)
        );
        Assert.True(progress.Complete);
        Assert.True(progress.SelectionComplete);
    }

    private static Act Act(string key) => new(Dispatcher, key, "fingerprint");

    private static DraftedData Draft() =>
        new(
            ActionKind.Theft,
            "fiets",
            "i-1",
            true,
            "practice",
            AreaData.Of(new CircleArea(new GeoPoint(52, 6), 500)),
            new PointData(52, 6),
            [new MessageData(Language.English, 1, "00"), new MessageData(Language.Dutch, 1, "00")]
        );

    private static LaneTotals Lane(
        int lane,
        int selected,
        int waiting,
        int underWay,
        int contacted,
        params (DeliveryResult, int)[] results
    ) =>
        new()
        {
            Lane = lane,
            Version = 1,
            Selected = selected,
            Waiting = waiting,
            UnderWay = underWay,
            Contacted = contacted,
            Deliveries = selected,
            Heard = results.Where(result => result.Item1 is DeliveryResult.Heard or DeliveryResult.Confirmed).Sum(result => result.Item2),
            Messages = [new MessageTotals(1, selected, contacted, 0, selected - waiting - underWay)],
            Results = results.ToDictionary(result => result.Item1, result => result.Item2),
            LowestUndialledBand = 0,
        };

    private void Happens<T>(string type, T data, string? key = null, DateTimeOffset? at = null)
    {
        var act = key is null ? null : Act(key);
        _events.Add(ActionState.From(Id, _events).Next(type, ActionEventData.Write(data), Dispatcher, act, at ?? At));
    }
}
