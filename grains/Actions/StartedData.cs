namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>started</c>. What stands after the residents came later: older events have none of it.</summary>
public sealed record StartedData(
    int Epoch,
    int Lanes,
    int Cells,
    int PopulatedCells,
    int Residents,
    string? Reason = null,
    int? ConfirmedPeople = null,
    string? QuietHoursOverride = null,
    PolicyData? Policy = null
);
