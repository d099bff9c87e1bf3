namespace Burgernet.Api.Coverage;

/// <summary>Participation in a cell.</summary>
/// <param name="Cell">The H3 cell of resolution 8, hexadecimal.</param>
/// <param name="Participants">Active participants with a location there, rounded down to a multiple of five; absent where fewer than five.</param>
public sealed record CellCoverageJson(string Cell, int? Participants);
