using Burgernet.Actions;

namespace Burgernet.Api.Actions;

/// <summary>An action on one line.</summary>
public sealed record ActionSummaryJson
{
    /// <summary>The action's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The control room's own reference of the report.</summary>
    public required string IncidentNumber { get; init; }

    /// <summary>What it is about.</summary>
    public required ActionKind Kind { get; init; }

    /// <summary>Whether it is a practice action: nobody is really called.</summary>
    public required bool Practice { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required ActionStatus Status { get; init; }

    /// <summary>When it was prepared.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    internal static ActionSummaryJson Of(ActionSummary action) =>
        new()
        {
            Id = action.Id,
            IncidentNumber = action.IncidentNumber,
            Kind = action.Kind,
            Practice = action.Practice,
            Status = action.Status,
            CreatedAt = action.CreatedAt,
        };
}
