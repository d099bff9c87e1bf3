namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>expansion-planned</c>: with the event's own time all that its rings follow from.</summary>
/// <param name="SpeedKmh">Kilometres an hour.</param>
/// <param name="StartRadiusMetres">Metres.</param>
/// <param name="LargestRadiusMetres">Metres.</param>
/// <param name="Reason">Why, in the dispatcher's words, or null.</param>
/// <param name="ConfirmedPeople">How many people were confirmed, or null.</param>
public sealed record ExpansionPlannedData(
    double SpeedKmh,
    double StartRadiusMetres,
    double LargestRadiusMetres,
    string? Reason = null,
    int? ConfirmedPeople = null
);
