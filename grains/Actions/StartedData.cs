namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>started</c>.</summary>
public sealed record StartedData(int Epoch, int Lanes, int Cells, int PopulatedCells, int Residents);
