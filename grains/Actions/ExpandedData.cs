namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>expanded</c>.</summary>
/// <param name="Wave">The number of the wave.</param>
/// <param name="Area">Where people are looked for.</param>
/// <param name="Cells">Cells that it has beside the areas before.</param>
/// <param name="PopulatedCells">Those that somebody lives in.</param>
/// <param name="Residents">Subscriptions in them.</param>
/// <param name="Reason">Why, in the dispatcher's words, or null.</param>
/// <param name="ConfirmedPeople">How many people were confirmed, or null.</param>
/// <param name="Ring">Whether the plan made it.</param>
public sealed record ExpandedData(
    int Wave,
    AreaData Area,
    int Cells,
    int PopulatedCells,
    int Residents,
    string? Reason = null,
    int? ConfirmedPeople = null,
    bool? Ring = null
);
