namespace Burgernet.Tests.Unit.Cells.Interleaving;

/// <summary>A change of somebody's places.</summary>
/// <param name="Person">Whose.</param>
/// <param name="To">The places afterwards; none for who leaves.</param>
/// <param name="Kind">How cells hear of it.</param>
/// <param name="After">How many turns it waits first: a search needs some dozens.</param>
internal sealed record Move(int Person, Place?[] To, MoveKind Kind, int After);
