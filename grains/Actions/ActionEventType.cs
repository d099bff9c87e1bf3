namespace Burgernet.Grains.Actions;

/// <summary>The types of an action's own events. Stored; never rename.</summary>
public static class ActionEventType
{
    /// <summary>The action was prepared: <see cref="DraftedData"/>.</summary>
    public const string Drafted = "drafted";

    /// <summary>The action was started: <see cref="StartedData"/>.</summary>
    public const string Started = "started";

    /// <summary>Everyone in the area is in a lane: <see cref="SelectionCompletedData"/>.</summary>
    public const string SelectionCompleted = "selection-completed";

    /// <summary>A dispatcher paused it: <see cref="PausedData"/>.</summary>
    public const string Paused = "paused";

    /// <summary>A dispatcher let it go on: <see cref="ResumedData"/>.</summary>
    public const string Resumed = "resumed";

    /// <summary>A dispatcher stopped it: <see cref="StoppedData"/>.</summary>
    public const string Stopped = "stopped";

    /// <summary>Every delivery has its result: <see cref="WaveCompletedData"/>.</summary>
    public const string WaveCompleted = "wave-completed";

    /// <summary>A dispatcher's own phone is to be called with the message: <see cref="PreviewData"/>.</summary>
    public const string Preview = "preview";

    /// <summary>What became of that: <see cref="PreviewedData"/>.</summary>
    public const string Previewed = "previewed";

    /// <summary>The area was enlarged: <see cref="ExpandedData"/>.</summary>
    public const string Expanded = "expanded";

    /// <summary>The area grows by itself from now on: <see cref="ExpansionPlannedData"/>.</summary>
    public const string ExpansionPlanned = "expansion-planned";

    /// <summary>The area grows no more by itself: <see cref="ExpansionPlanEndedData"/>.</summary>
    public const string ExpansionPlanEnded = "expansion-plan-ended";

    /// <summary>An update or a correction goes out: <see cref="MessageAddedData"/>.</summary>
    public const string MessageAdded = "message-added";

    /// <summary>How it ended is told to everyone who was contacted: <see cref="OutcomeData"/>.</summary>
    public const string Outcome = "outcome";

    /// <summary>The article goes out to whoever was contacted and wants it: <see cref="ArticleData"/>.</summary>
    public const string Article = "article";

    /// <summary>It was closed with a result: <see cref="ClosedData"/>.</summary>
    public const string Closed = "closed";

    /// <summary>It was put away: <see cref="ArchivedData"/>.</summary>
    public const string Archived = "archived";

    /// <summary>Somebody told something about it: <see cref="TipData"/>.</summary>
    public const string Tip = "tip";

    /// <summary>Whoever told it was thanked: <see cref="TipAcknowledgedData"/>.</summary>
    public const string TipAcknowledged = "tip-acknowledged";

    /// <summary>A participant wrote something by text message that is no tip: <see cref="SmsReceivedData"/>.</summary>
    public const string SmsReceived = "sms-received";

    /// <summary>They were replied something: <see cref="SmsRepliedData"/>.</summary>
    public const string SmsReplied = "sms-replied";

    /// <summary>A participant called the number that called them: <see cref="CalledBackData"/>.</summary>
    public const string CalledBack = "called-back";

    /// <summary>Receipts that came after the wave was complete changed its figures.</summary>
    public const string Amended = "amended";

    /// <summary>Such a call is over: <see cref="CallBackEndedData"/>.</summary>
    public const string CallBackEnded = "call-back-ended";

    /// <summary>How far the chains of the lanes were: <see cref="AnchoredData"/>.</summary>
    public const string Anchored = "anchored";
}
