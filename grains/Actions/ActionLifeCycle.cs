using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>What may happen to an action in which state, and what becomes of it. Pure; the diagram stands in docs/actions.md.</summary>
/// <remarks>Live or practice is no state: it is fixed by the first event. An active action whose deliveries all have a result stays active until it is stopped or its outcome is told.</remarks>
internal static class ActionLifeCycle
{
    private static readonly (ActionStatus From, string Event, ActionStatus To)[] Table =
    [
        (ActionStatus.Draft, ActionEventType.Preview, ActionStatus.Draft),
        (ActionStatus.Draft, ActionEventType.Previewed, ActionStatus.Draft),
        (ActionStatus.Draft, ActionEventType.Started, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.Preview, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.Previewed, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.SelectionCompleted, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.WaveCompleted, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.Expanded, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.ExpansionPlanned, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.ExpansionPlanEnded, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.Tip, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.TipAcknowledged, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.SmsReceived, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.SmsReplied, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.CalledBack, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.CallBackEnded, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.Anchored, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.Amended, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.MessageAdded, ActionStatus.Active),
        (ActionStatus.Active, ActionEventType.Paused, ActionStatus.Paused),
        (ActionStatus.Active, ActionEventType.Stopped, ActionStatus.Stopped),
        (ActionStatus.Active, ActionEventType.Outcome, ActionStatus.Outcome),
        (ActionStatus.Paused, ActionEventType.Resumed, ActionStatus.Active),
        (ActionStatus.Paused, ActionEventType.SelectionCompleted, ActionStatus.Paused),
        (ActionStatus.Paused, ActionEventType.WaveCompleted, ActionStatus.Paused),
        (ActionStatus.Paused, ActionEventType.Expanded, ActionStatus.Paused),
        (ActionStatus.Paused, ActionEventType.ExpansionPlanned, ActionStatus.Paused),
        (ActionStatus.Paused, ActionEventType.ExpansionPlanEnded, ActionStatus.Paused),
        (ActionStatus.Paused, ActionEventType.Tip, ActionStatus.Paused),
        (ActionStatus.Paused, ActionEventType.TipAcknowledged, ActionStatus.Paused),
        (ActionStatus.Paused, ActionEventType.SmsReceived, ActionStatus.Paused),
        (ActionStatus.Paused, ActionEventType.SmsReplied, ActionStatus.Paused),
        (ActionStatus.Paused, ActionEventType.CalledBack, ActionStatus.Paused),
        (ActionStatus.Paused, ActionEventType.CallBackEnded, ActionStatus.Paused),
        (ActionStatus.Paused, ActionEventType.Preview, ActionStatus.Paused),
        (ActionStatus.Paused, ActionEventType.Previewed, ActionStatus.Paused),
        (ActionStatus.Paused, ActionEventType.Anchored, ActionStatus.Paused),
        (ActionStatus.Paused, ActionEventType.Amended, ActionStatus.Paused),
        (ActionStatus.Paused, ActionEventType.MessageAdded, ActionStatus.Paused),
        (ActionStatus.Paused, ActionEventType.Stopped, ActionStatus.Stopped),
        (ActionStatus.Stopped, ActionEventType.Previewed, ActionStatus.Stopped),
        (ActionStatus.Paused, ActionEventType.Outcome, ActionStatus.Outcome),
        (ActionStatus.Stopped, ActionEventType.WaveCompleted, ActionStatus.Stopped),
        (ActionStatus.Stopped, ActionEventType.Tip, ActionStatus.Stopped),
        (ActionStatus.Stopped, ActionEventType.TipAcknowledged, ActionStatus.Stopped),
        (ActionStatus.Stopped, ActionEventType.SmsReceived, ActionStatus.Stopped),
        (ActionStatus.Stopped, ActionEventType.SmsReplied, ActionStatus.Stopped),
        (ActionStatus.Stopped, ActionEventType.CalledBack, ActionStatus.Stopped),
        (ActionStatus.Stopped, ActionEventType.CallBackEnded, ActionStatus.Stopped),
        (ActionStatus.Stopped, ActionEventType.Anchored, ActionStatus.Stopped),
        (ActionStatus.Stopped, ActionEventType.Amended, ActionStatus.Stopped),
        (ActionStatus.Stopped, ActionEventType.Outcome, ActionStatus.Outcome),
        (ActionStatus.Stopped, ActionEventType.Closed, ActionStatus.Closed),
        (ActionStatus.Outcome, ActionEventType.WaveCompleted, ActionStatus.Outcome),
        (ActionStatus.Outcome, ActionEventType.Tip, ActionStatus.Outcome),
        (ActionStatus.Outcome, ActionEventType.TipAcknowledged, ActionStatus.Outcome),
        (ActionStatus.Outcome, ActionEventType.SmsReceived, ActionStatus.Outcome),
        (ActionStatus.Outcome, ActionEventType.SmsReplied, ActionStatus.Outcome),
        (ActionStatus.Outcome, ActionEventType.Anchored, ActionStatus.Outcome),
        (ActionStatus.Outcome, ActionEventType.Amended, ActionStatus.Outcome),
        (ActionStatus.Outcome, ActionEventType.Stopped, ActionStatus.Stopped),
        (ActionStatus.Outcome, ActionEventType.Closed, ActionStatus.Closed),
        (ActionStatus.Closed, ActionEventType.WaveCompleted, ActionStatus.Closed),
        (ActionStatus.Closed, ActionEventType.Tip, ActionStatus.Closed),
        (ActionStatus.Closed, ActionEventType.TipAcknowledged, ActionStatus.Closed),
        (ActionStatus.Closed, ActionEventType.SmsReceived, ActionStatus.Closed),
        (ActionStatus.Closed, ActionEventType.SmsReplied, ActionStatus.Closed),
        (ActionStatus.Closed, ActionEventType.Anchored, ActionStatus.Closed),
        (ActionStatus.Closed, ActionEventType.Amended, ActionStatus.Closed),
        (ActionStatus.Outcome, ActionEventType.CalledBack, ActionStatus.Outcome),
        (ActionStatus.Outcome, ActionEventType.CallBackEnded, ActionStatus.Outcome),
        (ActionStatus.Closed, ActionEventType.CalledBack, ActionStatus.Closed),
        (ActionStatus.Closed, ActionEventType.CallBackEnded, ActionStatus.Closed),
        (ActionStatus.Outcome, ActionEventType.Previewed, ActionStatus.Outcome),
        (ActionStatus.Closed, ActionEventType.Previewed, ActionStatus.Closed),
        (ActionStatus.Closed, ActionEventType.Article, ActionStatus.Closed),
        (ActionStatus.Closed, ActionEventType.Archived, ActionStatus.Archived),
        (ActionStatus.Archived, ActionEventType.Anchored, ActionStatus.Archived),
        (ActionStatus.Archived, ActionEventType.Amended, ActionStatus.Archived),
    ];

    /// <summary>Everything that may happen after the draft.</summary>
    public static IReadOnlyList<(ActionStatus From, string Event, ActionStatus To)> Transitions => Table;

    /// <summary>Whether something may happen in a state.</summary>
    /// <param name="status">The state.</param>
    /// <param name="happening">One of <see cref="ActionEventType"/>.</param>
    public static bool Allows(ActionStatus status, string happening) =>
        Array.Exists(Table, row => row.From == status && row.Event == happening);

    /// <summary>Whether no arrow leaves a state: nothing more is recorded of an action in it.</summary>
    public static bool IsFinal(ActionStatus status) => !Array.Exists(Table, row => row.From == status);

    /// <summary>The state after something happened. What stands in a dossier happened: where the table does not know it, the state stays.</summary>
    public static ActionStatus After(ActionStatus status, string happening)
    {
        foreach (var row in Table)
        {
            if (row.From == status && row.Event == happening)
            {
                return row.To;
            }
        }

        return status;
    }
}
