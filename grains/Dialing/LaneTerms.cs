using Burgernet.Actions;
using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>How often a lane tries, and until when: fixed when its action starts.</summary>
/// <param name="RetryAfter">How long after each unsuccessful try the next may leave; as many further tries as there are. Empty for none.</param>
/// <param name="Deadline">From then on no attempt leaves, and who waits has expired; null for never. Of the call: further messages have their own.</param>
/// <param name="Further">The messages after the call that the action has when the lane is loaded, by number; null for none.</param>
/// <param name="Reach">By what the call goes; null for by phone.</param>
internal sealed record LaneTerms(
    IReadOnlyList<TimeSpan> RetryAfter,
    DateTimeOffset? Deadline,
    IReadOnlyList<LaneMessage>? Further = null,
    MessageReach? Reach = null
)
{
    /// <summary>One try, whenever it may be.</summary>
    public static LaneTerms Once { get; } = new([], null);
}
