using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Xunit;

namespace Burgernet.Tests.Unit.Actions;

public sealed class HaltTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly PendingHalts _halts = new();

    [Fact]
    public void Pending_None_ChangesNothing()
    {
        Assert.False(_halts.Any);
        Assert.False(_halts.Stopping);
        Assert.Null(_halts.First);
        Assert.Equal(ActionStatus.Active, _halts.After(ActionStatus.Active));
        Assert.Same(Snapshot, _halts.ShowIn(Snapshot));
    }

    [Fact]
    public void Pending_PauseThenStop_HoldsBothAndKeepsTheirOrder()
    {
        var (pause, stop) = (Pause("p"), Stop("s"));
        _halts.Add(pause);
        Assert.Equal((true, false, ActionStatus.Paused), (_halts.Any, _halts.Stopping, _halts.After(ActionStatus.Active)));
        _halts.Add(stop);
        Assert.Equal((true, ActionStatus.Stopped), (_halts.Stopping, _halts.After(ActionStatus.Active)));

        Assert.Same(pause, _halts.First);
        _halts.Remove(pause);
        Assert.Same(stop, _halts.First);
        Assert.Equal(ActionStatus.Stopped, _halts.After(ActionStatus.Paused));
        _halts.Remove(stop);
        Assert.False(_halts.Any);
    }

    [Fact]
    public void Check_Key_IsTheSameActAnotherOrNone()
    {
        _halts.Add(Pause("p"));
        Assert.Equal((true, null), _halts.Check(Act("p"), ActionEventType.Paused));
        Assert.Equal(ActionProblemCode.OperationReused, _halts.Check(Act("p"), ActionEventType.Stopped).Problem?.Code);
        Assert.Equal(
            ActionProblemCode.OperationReused,
            _halts.Check(Act("p") with { Fingerprint = "other" }, ActionEventType.Paused).Problem?.Code
        );
        Assert.Equal((false, null), _halts.Check(Act("q"), ActionEventType.Paused));
    }

    [Fact]
    public void ShowIn_NotStoredYet_IsWhatHoldsAndSaysThatItIsNotRecorded()
    {
        _halts.Add(Pause("p"));
        var paused = _halts.ShowIn(Snapshot);
        Assert.Equal((ActionStatus.Paused, At, null, false), (paused.Status, paused.PausedAt, paused.StoppedAt, paused.Recorded));

        _halts.Add(Stop("s"));
        var stopped = _halts.ShowIn(Snapshot);
        Assert.Equal((ActionStatus.Stopped, null, At, false), (stopped.Status, stopped.PausedAt, stopped.StoppedAt, stopped.Recorded));
        Assert.True(Snapshot.Recorded);
    }

    [Fact]
    public void Halt_Each_SaysWhatACancelledCallMeansAndWhatStandsInTheDossier()
    {
        Assert.Equal(CallEnd.CancelledByPause, Pause("p").Meaning);
        Assert.Equal(CallEnd.CancelledByStop, Stop("s").Meaning);
        Assert.Equal(new PausedData(2, CallsUnderWay.Finish, "mist", At), ActionEventData.Read<PausedData>(Pause("p").Data(epoch: 2)));
        Assert.Equal(new StoppedData(3, "mist", CallsUnderWay.Cut, At), ActionEventData.Read<StoppedData>(Stop("s").Data(epoch: 3)));
    }

    private static ActionSnapshot Snapshot { get; } =
        new()
        {
            Id = Guid.Empty,
            ControlRoom = "deventer",
            Kind = ActionKind.Theft,
            Description = "fiets",
            IncidentNumber = "i-1",
            Practice = true,
            Status = ActionStatus.Active,
            Area = new CircleArea(new GeoPoint(52, 6), 500),
            IncidentPoint = new GeoPoint(52, 6),
            Languages = [],
            CreatedAt = At,
            Progress = new ActionProgress(),
            Sequence = 3,
        };

    private static Act Act(string key) => new(new Actor("deventer", "d-17"), key, "fingerprint", "mist");

    private static Halt Pause(string key) => new(ActionEventType.Paused, Act(key), CallsUnderWay.Finish, At);

    private static Halt Stop(string key) => new(ActionEventType.Stopped, Act(key), CallsUnderWay.Cut, At);
}
