namespace Burgernet.Grains.Coverage;

/// <summary>How many active participants a cell has, exactly: never shown.</summary>
public readonly record struct CellCount(ulong Cell, int Participants);
