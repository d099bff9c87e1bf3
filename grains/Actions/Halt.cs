using Burgernet.Actions;
using Burgernet.Dialing;

namespace Burgernet.Grains.Actions;

/// <summary>A stop or a pause that was accepted: told to the dialers first, and stored after.</summary>
/// <param name="Type"><see cref="ActionEventType.Stopped"/> or <see cref="ActionEventType.Paused"/>.</param>
/// <param name="Act">Who ordered it, and why.</param>
/// <param name="Calls">What becomes of answered calls.</param>
/// <param name="At">When it was accepted.</param>
internal sealed record Halt(string Type, Act Act, CallsUnderWay Calls, DateTimeOffset At)
{
    /// <summary>What the end of a call means that it cancels.</summary>
    public CallEnd Meaning => Type == ActionEventType.Paused ? CallEnd.CancelledByPause : CallEnd.CancelledByStop;

    /// <summary>The content of its event.</summary>
    /// <param name="epoch">The epoch that it begins.</param>
    public string Data(int epoch) =>
        Type == ActionEventType.Paused
            ? ActionEventData.Write(new PausedData(epoch, Calls, Act.Reason, At))
            : ActionEventData.Write(new StoppedData(epoch, Act.Reason, Calls, At));

    /// <summary>The action as it is once this holds, whether it is stored or not.</summary>
    public ActionSnapshot ShownIn(ActionSnapshot snapshot) =>
        snapshot with
        {
            Status = ActionLifeCycle.After(snapshot.Status, Type),
            PausedAt = Type == ActionEventType.Paused ? At : null,
            StoppedAt = Type == ActionEventType.Stopped ? At : snapshot.StoppedAt,
            QuietUntil = null,
            Recorded = false,
        };
}
