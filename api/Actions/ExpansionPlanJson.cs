using Burgernet.Actions;

namespace Burgernet.Api.Actions;

/// <summary>How the area of an action grows by itself.</summary>
public sealed record ExpansionPlanJson
{
    /// <summary>How fast, in kilometres an hour.</summary>
    public required double SpeedKmh { get; init; }

    /// <summary>Where it ends, in metres from the incident point.</summary>
    public required double LargestRadiusMetres { get; init; }

    /// <summary>How far it is, in metres.</summary>
    public required double RadiusMetres { get; init; }

    /// <summary>When it grows next; later where the action is paused.</summary>
    public required DateTimeOffset NextAt { get; init; }

    internal static ExpansionPlanJson? Of(PlannedExpansion? plan) =>
        plan is null
            ? null
            : new ExpansionPlanJson
            {
                SpeedKmh = plan.SpeedKmh,
                LargestRadiusMetres = plan.LargestRadiusMetres,
                RadiusMetres = plan.RadiusMetres,
                NextAt = plan.NextAt,
            };
}
