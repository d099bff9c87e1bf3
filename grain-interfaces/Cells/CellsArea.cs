using Burgernet.H3;

namespace Burgernet.Cells;

/// <summary>Whole cells.</summary>
/// <param name="Cells">H3 cells of resolution 8, at least one, in any order.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.area.cells")]
public sealed record CellsArea([property: Id(0)] ulong[] Cells) : Area
{
    [NonSerialized]
    private HashSet<ulong>? _set;

    /// <inheritdoc/>
    public override bool Contains(GeoPoint point) =>
        (_set ??= [.. Cells]).Contains(H3Grid.LatLngToCell(new LatLng(point.Latitude, point.Longitude), CellMask.CellResolution).Value);

    /// <summary>Whether two are of the same list of cells.</summary>
    public bool Equals(CellsArea? other) => other is not null && ReferenceEquals(Cells, other.Cells);

    /// <inheritdoc/>
    public override int GetHashCode() => Cells.GetHashCode();
}
