using System.Globalization;
using Burgernet.Actions;
using Burgernet.Api.Messages;
using Burgernet.Api.Problems;
using Burgernet.Participants;

namespace Burgernet.Api.Actions;

/// <summary>Why a grain refused, in terms of the request.</summary>
internal static class ActionReplies
{
    /// <summary>After how many seconds a client had better try again when the store is away.</summary>
    public const int RetryAfterSeconds = 2;

    public static ApiProblem ToProblem(ActionProblem problem) =>
        problem.Code switch
        {
            ActionProblemCode.UnknownAction => new ApiProblem(ActionReasons.UnknownAction, "id"),
            ActionProblemCode.NotInThisState => new ApiProblem(ReasonOf(problem.Status), "status"),
            ActionProblemCode.OperationReused => new ApiProblem(ActionReasons.IdempotencyKeyReused, Idempotency.IdempotencyKey.Header),
            ActionProblemCode.AreaFarFromParticipants => new ApiProblem(AreaReasons.FarFromParticipants, "area"),
            ActionProblemCode.AreaCoordinatesSwapped => new ApiProblem(AreaReasons.CoordinatesSwapped, "area"),
            ActionProblemCode.AreaTooLarge => new ApiProblem(AreaReasons.TooManyCells, "area"),
            ActionProblemCode.AreaTooLargeForKind => new ApiProblem(
                AreaReasons.TooLargeForKind,
                "area",
                Figure(problem.Value, "0.#"),
                Figure(problem.Limit, "0.#")
            ),
            ActionProblemCode.ConfirmationNeeded => new ApiProblem(
                ActionReasons.ConfirmationNeeded,
                ActReader.ConfirmedPeople,
                Figure(problem.Value, "0"),
                Figure(problem.Limit, "0")
            ),
            ActionProblemCode.QuietHours => new ApiProblem(ActionReasons.InQuietHours, ActReader.QuietHoursOverride, Clock(problem.Until)),
            ActionProblemCode.QuietHoursFixed => new ApiProblem(ActionReasons.QuietHoursFixed, Field: null, Clock(problem.Until)),
            ActionProblemCode.OutcomeMissing => new ApiProblem(ActionReasons.OutcomeMissing, "status", Figure(problem.Value, "0")),
            ActionProblemCode.OutcomesOpen => new ApiProblem(ActionReasons.OutcomesOpen, "status", Figure(problem.Value, "0")),
            ActionProblemCode.NotReconciled => new ApiProblem(ActionReasons.NotReconciled, Field: null),
            ActionProblemCode.AreaWithoutParticipants => new ApiProblem(AreaReasons.WithoutParticipants, "area"),
            ActionProblemCode.NobodyAdded => new ApiProblem(AreaReasons.NobodyAdded, "area"),
            ActionProblemCode.NoRadiusToStartFrom => new ApiProblem(AreaReasons.NoRadiusToStartFrom, "startRadiusMetres"),
            ActionProblemCode.RadiusNotLarger => new ApiProblem(
                AreaReasons.RadiusNotLarger,
                "largestRadiusMetres",
                Figure(problem.Value, "0.#"),
                Figure(problem.Limit, "0.#")
            ),
            ActionProblemCode.NoExpansionPlan => new ApiProblem(ActionReasons.NoExpansionPlan, Field: null),
            ActionProblemCode.PhoneInvalid => new ApiProblem(ActionReasons.PhoneInvalid, "phone"),
            ActionProblemCode.PracticeOrLive => new ApiProblem(ActionReasons.PracticeOrLive, "practice"),
            ActionProblemCode.NoCarrier => new ApiProblem(ActionReasons.NoCarrier, "practice"),
            ActionProblemCode.PhoneNotCallable => new ApiProblem(ActionReasons.PhoneNotCallable, "phone"),
            ActionProblemCode.PreviewUnderWay => new ApiProblem(ActionReasons.PreviewUnderWay, Field: null),
            ActionProblemCode.UnknownPreview => new ApiProblem(ActionReasons.UnknownPreview, "previewId"),
            ActionProblemCode.NoCarrierForMedium => new ApiProblem(ActionReasons.NoCarrierForMedium, "media"),
            ActionProblemCode.RecordingMissing => new ApiProblem(ActionReasons.NoMessage, DraftUpload.DutchMessage),
            ActionProblemCode.TextMissing => new ApiProblem(ActionReasons.TextMissing, SmsReader.Sms),
            ActionProblemCode.MailMissing => new ApiProblem(ActionReasons.MailMissing, MailReader.Mail),
            ActionProblemCode.TextTooLong => new ApiProblem(
                ActionReasons.TextTooLong,
                SmsReader.Sms,
                Figure(problem.Value, "0"),
                Figure(problem.Limit, "0")
            ),
            ActionProblemCode.NothingToStandInFor => new ApiProblem(ActionReasons.NothingToStandInFor, SmsReader.SmsInstead),
            ActionProblemCode.MediumNotForKind => new ApiProblem(ActionReasons.MediumNotForKind, "media"),
            ActionProblemCode.StoreUnavailable => new ApiProblem(ActionReasons.StoreUnavailable, Field: null)
            {
                RetryAfterSeconds = RetryAfterSeconds,
            },
            _ => new ApiProblem(RequestReasons.InternalError, Field: null),
        };

    private static string Figure(double? value, string format) => (value ?? 0).ToString(format, CultureInfo.InvariantCulture);

    /// <summary>By the Dutch wall clock, which is what the hours are about.</summary>
    private static string Clock(DateTimeOffset? moment) =>
        moment is { } instant ? DutchTime.At(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "?";

    private static ProblemReason ReasonOf(ActionStatus? status) =>
        status switch
        {
            ActionStatus.Draft => ActionReasons.IsDraft,
            ActionStatus.Active => ActionReasons.IsActive,
            ActionStatus.Paused => ActionReasons.IsPaused,
            ActionStatus.Stopped => ActionReasons.IsStopped,
            ActionStatus.Outcome => ActionReasons.IsOutcome,
            ActionStatus.Closed => ActionReasons.IsClosed,
            ActionStatus.Archived => ActionReasons.IsArchived,
            _ => ActionReasons.StateForbids,
        };
}
