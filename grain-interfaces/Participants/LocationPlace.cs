namespace Burgernet.Participants;

/// <summary>What the register worked out from the point of a location.</summary>
/// <param name="Number">Which location, 1 to 5.</param>
/// <param name="Cell">The H3 cell, resolution 8, of the point.</param>
/// <param name="Region">The H3 cell of resolution 5 that holds the cell.</param>
/// <param name="Borders">In whose borders it lies.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.location-place")]
public sealed record LocationPlace(
    [property: Id(0)] int Number,
    [property: Id(1)] ulong Cell,
    [property: Id(2)] ulong Region,
    [property: Id(3)] BorderCodes Borders
);
