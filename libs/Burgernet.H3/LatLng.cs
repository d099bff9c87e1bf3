using System.Runtime.InteropServices;

namespace Burgernet.H3;

/// <summary>A position on H3's sphere, in degrees.</summary>
/// <param name="Latitude">Degrees north of the equator. Positions made by this library lie within ±90.</param>
/// <param name="Longitude">Degrees east of Greenwich. Positions made by this library lie within ±180; any finite value is taken.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LatLng(double Latitude, double Longitude)
{
    internal const double DegreesToRadians = Math.PI / 180;
    internal const double RadiansToDegrees = 180 / Math.PI;

    /// <summary>Whether both coordinates are finite numbers.</summary>
    internal bool IsFinite => double.IsFinite(Latitude) && double.IsFinite(Longitude);
}
