using Burgernet.Actions;
using Burgernet.Api.Actions;

namespace Burgernet.Api.Live;

/// <summary>An event <c>progress</c> of the live view: how the action stands.</summary>
public sealed record LiveProgressJson
{
    /// <summary>Where it is in its life.</summary>
    public required ActionStatus Status { get; init; }

    /// <summary>Sequence of the last entry of its own chain.</summary>
    public required long Sequence { get; init; }

    /// <summary>Until when quiet hours hold its calls back; absent while they do not.</summary>
    public DateTimeOffset? QuietUntil { get; init; }

    /// <summary>How far it is; zeros in a draft.</summary>
    public required ProgressJson Progress { get; init; }

    internal static LiveProgressJson Of(ActionPulse pulse) =>
        new()
        {
            Status = pulse.Status,
            Sequence = pulse.Sequence,
            QuietUntil = pulse.QuietUntil,
            Progress = ProgressJson.Of(pulse.Progress),
        };
}
