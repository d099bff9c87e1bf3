namespace Burgernet.Api.Actions;

/// <summary>Some of the control room's actions, newest first.</summary>
public sealed record ActionListJson
{
    /// <summary>The actions.</summary>
    public required IReadOnlyList<ActionSummaryJson> Actions { get; init; }

    /// <summary>The address of the next page; absent on the last.</summary>
    public string? Next { get; init; }
}
