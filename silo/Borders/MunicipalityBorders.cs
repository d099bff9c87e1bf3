using Burgernet.Api.Cells;
using NetTopologySuite.Geometries;

namespace Burgernet.Silo.Borders;

/// <summary>The borders of the configured file, by code.</summary>
internal sealed class MunicipalityBorders(ConfiguredBorders borders) : IMunicipalityBorders
{
    /// <summary>What the register of municipalities puts before its numbers.</summary>
    private const string Letters = "GM";

    private readonly ILookup<string, Geometry> _shapes = borders.Municipalities.ToLookup(
        area => area.Code,
        area => area.Shape,
        StringComparer.OrdinalIgnoreCase
    );

    /// <inheritdoc/>
    public IReadOnlyList<Geometry> ShapesOf(string code) => [.. _shapes[_shapes.Contains(code) ? code : Letters + code]];
}
