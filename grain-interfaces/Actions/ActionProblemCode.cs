namespace Burgernet.Actions;

/// <summary>The reasons for which an act is refused.</summary>
[GenerateSerializer]
[Alias("burgernet.action-problem-code")]
public enum ActionProblemCode
{
    /// <summary>No such action, or not one of this control room.</summary>
    UnknownAction,

    /// <summary>The state of the action forbids the act.</summary>
    NotInThisState,

    /// <summary>The idempotency key was used before for something else.</summary>
    OperationReused,

    /// <summary>No participant lives anywhere near the area (coordinates swapped?).</summary>
    AreaFarFromParticipants,

    /// <summary>Like <see cref="AreaFarFromParticipants"/>, and with latitude and longitude exchanged it would not be.</summary>
    AreaCoordinatesSwapped,

    /// <summary>The area covers more cells than an action may.</summary>
    AreaTooLarge,

    /// <summary>Nobody lives in the area, or exclusions and target groups leave nobody who could be called.</summary>
    AreaWithoutParticipants,

    /// <summary>The store is away: nothing was changed; try again.</summary>
    StoreUnavailable,

    /// <summary>The control room has practice and live carriers, and it was not said which this action is.</summary>
    PracticeOrLive,

    /// <summary>The control room has no carrier of the kind that was asked for.</summary>
    NoCarrier,

    /// <summary>The area is larger than actions of this kind may have; value and limit in square kilometres.</summary>
    AreaTooLargeForKind,

    /// <summary>So many people take a confirmation; value and limit in people.</summary>
    ConfirmationNeeded,

    /// <summary>Quiet hours hold, and nobody said why people should be called all the same.</summary>
    QuietHours,

    /// <summary>Quiet hours hold, and for this kind nothing overrides them.</summary>
    QuietHoursFixed,

    /// <summary>Nobody is in the area who was not selected before.</summary>
    NobodyAdded,

    /// <summary>The area is no circle around the incident point: from which radius it should grow must be said.</summary>
    NoRadiusToStartFrom,

    /// <summary>The largest radius is not larger than the one to start from; value and limit in metres.</summary>
    RadiusNotLarger,

    /// <summary>The area does not grow by itself.</summary>
    NoExpansionPlan,

    /// <summary>People who were contacted, or are being called, have no outcome queued; value in people.</summary>
    OutcomeMissing,

    /// <summary>Outcomes are still to be delivered; value in people.</summary>
    OutcomesOpen,

    /// <summary>What the lanes hold and what the tables hold are not the same: nothing is closed on that.</summary>
    NotReconciled,

    /// <summary>What was given as a phone number is none.</summary>
    PhoneInvalid,

    /// <summary>Actions of this kind do not reach people by a medium that was asked for.</summary>
    MediumNotForKind,

    /// <summary>This installation does not call such a number.</summary>
    PhoneNotCallable,

    /// <summary>A preview of the action is under way.</summary>
    PreviewUnderWay,

    /// <summary>The action has no such preview.</summary>
    UnknownPreview,

    /// <summary>The control room has no carrier for a medium that was asked for.</summary>
    NoCarrierForMedium,

    /// <summary>People are to be called, and there is nothing to be heard.</summary>
    RecordingMissing,

    /// <summary>An SMS is to go, and there is neither a text for it nor one that is spoken.</summary>
    TextMissing,

    /// <summary>A text takes more SMS than one may; value and limit in SMS.</summary>
    TextTooLong,

    /// <summary>An SMS can only go instead of a call, and nobody is to be called.</summary>
    NothingToStandInFor,

    /// <summary>A mail is to go, and there is neither a text for it nor one that is spoken or goes as an SMS.</summary>
    MailMissing,
}
