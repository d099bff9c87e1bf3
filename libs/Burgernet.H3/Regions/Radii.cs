using System.Runtime.CompilerServices;

namespace Burgernet.H3.Regions;

/// <summary>By resolution, how far from a cell's centre a fill may find what matters, on the tangent plane.</summary>
[InlineArray(16)]
internal struct Radii
{
    private double _first;

    /// <summary>The bounds for a fill.</summary>
    /// <remarks>Descendants' centres lie within the sum of one step of each finer resolution; corners a third root of one further.</remarks>
    internal static Radii For(int resolution, ContainmentMode mode)
    {
        var radii = default(Radii);
        var reach = mode == ContainmentMode.Center ? 0 : Projection.Unit * Math.Pow(7, -0.5 * resolution) / Math.Sqrt(3);
        for (var r = resolution; r >= 0; r--)
        {
            radii[r] = reach * 1.000001;
            reach += Projection.Unit * Math.Pow(7, -0.5 * r);
        }

        return radii;
    }
}
