using Burgernet.Actions;

namespace Burgernet.Grains.Dialing;

/// <summary>What sharing freed lines remembers from one time to the next. Never changes; see <see cref="Allocation.Share(IReadOnlyList{StartDemand}, int, StartBalance)"/>.</summary>
/// <param name="UrgentFirst">Urgent before the rest.</param>
/// <param name="NormalFirst">Normal before low.</param>
/// <param name="LastUrgent">Which urgent action was served last: its equals come before it again.</param>
/// <param name="LastNormal">The same of normal ones.</param>
/// <param name="LastLow">The same of low ones.</param>
internal readonly record struct StartBalance(Precedence UrgentFirst, Precedence NormalFirst, Guid LastUrgent, Guid LastNormal, Guid LastLow)
{
    /// <summary>Nothing was shared yet.</summary>
    public static StartBalance Fresh => new(Precedence.Fresh, Precedence.Fresh, default, default, default);

    /// <summary>The action of a rank that was served last.</summary>
    public Guid LastOf(Urgency urgency) =>
        urgency switch
        {
            Urgency.Urgent => LastUrgent,
            Urgency.Normal => LastNormal,
            _ => LastLow,
        };

    /// <summary>An action gets a start.</summary>
    /// <param name="action">Which.</param>
    /// <param name="urgency">Its rank.</param>
    /// <param name="due">The highest rank below it that has deliveries due, or null.</param>
    /// <param name="there">Which ranks have an action at all, by their number.</param>
    public StartBalance Started(Guid action, Urgency urgency, Urgency? due, ReadOnlySpan<bool> there) =>
        urgency switch
        {
            Urgency.Urgent => this with { UrgentFirst = UrgentFirst.HigherStarted(due is not null), LastUrgent = action },
            Urgency.Normal => this with
            {
                UrgentFirst = UrgentFirst.LowerStarted(there[(int)Urgency.Urgent]),
                NormalFirst = NormalFirst.HigherStarted(due is not null),
                LastNormal = action,
            },
            _ => this with
            {
                UrgentFirst = UrgentFirst.LowerStarted(there[(int)Urgency.Urgent]),
                NormalFirst = NormalFirst.LowerStarted(there[(int)Urgency.Normal]),
                LastLow = action,
            },
        };

    /// <summary>Starts that were given and did not happen: the deliveries were not there after all.</summary>
    public StartBalance DidNot(Urgency urgency, int starts) =>
        urgency switch
        {
            _ when starts == 0 => this,
            Urgency.Urgent => this with { UrgentFirst = UrgentFirst.HigherDidNot(starts) },
            Urgency.Normal => this with { UrgentFirst = UrgentFirst.LowerDidNot(starts), NormalFirst = NormalFirst.HigherDidNot(starts) },
            _ => this with { UrgentFirst = UrgentFirst.LowerDidNot(starts), NormalFirst = NormalFirst.LowerDidNot(starts) },
        };
}
