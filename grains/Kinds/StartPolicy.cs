using Burgernet.Actions;
using Burgernet.Kinds;

namespace Burgernet.Grains.Kinds;

/// <summary>Whether an action may start under the policy of its kind. Pure.</summary>
internal static class StartPolicy
{
    /// <summary>Fewer or more people may be home than when they were counted: a confirmation is good for a tenth more.</summary>
    public const int ConfirmedShare = 10;

    /// <summary>The area against the largest of the kind.</summary>
    /// <param name="policy">The kind's.</param>
    /// <param name="squareKilometres">Of the area.</param>
    public static ActionProblem? OfArea(KindPolicy policy, double squareKilometres) =>
        squareKilometres <= policy.LargestAreaSquareKilometres
            ? null
            : new ActionProblem(ActionProblemCode.AreaTooLargeForKind, Value: squareKilometres, Limit: policy.LargestAreaSquareKilometres);

    /// <summary>The hour against the quiet hours of the kind.</summary>
    public static ActionProblem? OfHour(KindPolicy policy, StartTerms terms, DateTimeOffset now) =>
        policy.QuietHours is not { } quiet || !quiet.Hold(now) ? null
        : !policy.QuietHoursMayBeOverridden ? new ActionProblem(ActionProblemCode.QuietHoursFixed, Until: quiet.EndAfter(now))
        : terms.QuietHoursOverride is null ? new ActionProblem(ActionProblemCode.QuietHours, Until: quiet.EndAfter(now))
        : null;

    /// <summary>The number of people against the threshold of the kind.</summary>
    public static ActionProblem? OfPeople(KindPolicy policy, StartTerms terms, int people) =>
        people <= policy.ConfirmAbove || people <= Covered(terms.ConfirmedPeople ?? 0)
            ? null
            : new ActionProblem(ActionProblemCode.ConfirmationNeeded, Value: people, Limit: policy.ConfirmAbove);

    private static long Covered(long confirmed) => confirmed + (confirmed / ConfirmedShare);
}
