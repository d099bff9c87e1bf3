using Burgernet.Actions;

namespace Burgernet.Grains.Kinds;

/// <summary>A row of <see cref="DefaultKinds"/>.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="QuietHours">As in settings.</param>
/// <param name="MayBeOverridden">Whether a dispatcher may call in quiet hours.</param>
/// <param name="RetryAfter">As in settings.</param>
/// <param name="Deadline">As in settings.</param>
/// <param name="LargestArea">Square kilometres.</param>
/// <param name="ConfirmAbove">People.</param>
/// <param name="Crime">Whether the closing warns people to keep their distance.</param>
internal sealed record DefaultKind(
    ActionKind Kind,
    string QuietHours,
    bool MayBeOverridden,
    string RetryAfter,
    string Deadline,
    double LargestArea,
    int ConfirmAbove,
    bool Crime
);
