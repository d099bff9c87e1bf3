using Burgernet.Actions;
using Burgernet.Api.Problems;

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
            ActionProblemCode.AreaWithoutParticipants => new ApiProblem(AreaReasons.WithoutParticipants, "area"),
            ActionProblemCode.PracticeOrLive => new ApiProblem(ActionReasons.PracticeOrLive, "practice"),
            ActionProblemCode.NoCarrier => new ApiProblem(ActionReasons.NoCarrier, "practice"),
            ActionProblemCode.StoreUnavailable => new ApiProblem(ActionReasons.StoreUnavailable, Field: null)
            {
                RetryAfterSeconds = RetryAfterSeconds,
            },
            _ => new ApiProblem(RequestReasons.InternalError, Field: null),
        };

    private static ProblemReason ReasonOf(ActionStatus? status) =>
        status switch
        {
            ActionStatus.Draft => ActionReasons.IsDraft,
            ActionStatus.Active => ActionReasons.IsActive,
            ActionStatus.Stopped => ActionReasons.IsStopped,
            _ => ActionReasons.StateForbids,
        };
}
