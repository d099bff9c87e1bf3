using System.Runtime.InteropServices;

namespace Burgernet.H3.Regions;

/// <summary>A cell's centre, and a box in degrees that holds all of the grid below it that matters.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Reach
{
    internal readonly double X;
    internal readonly double Y;
    internal readonly double HalfX;
    internal readonly double HalfY;

    /// <summary>Whether the box holds a pole or spans so many longitudes that only its latitudes bound it.</summary>
    internal readonly bool IsAround;

    /// <summary>The box about a cell.</summary>
    /// <param name="centre">The cell's centre as <see cref="Projection.Centre"/> gives it: as long as the plane is far there.</param>
    /// <param name="radius">Bound of the distances on the tangent plane.</param>
    internal Reach(Vec3 centre, double radius)
    {
        var flat = Math.Sqrt((centre.X * centre.X) + (centre.Y * centre.Y));
        X = Trig.Atan2(centre.Y, centre.X);
        Y = Trig.Atan2(centre.Z, flat);

        // The sphere shrinks the plane by the cosine of the distance from the face's centre, which cannot change faster than that distance.
        var cosine = 1 / Math.Sqrt((flat * flat) + (centre.Z * centre.Z));
        var bound = (radius * Math.Min(1, cosine + radius)) + 1e-12;
        HalfY = bound * LatLng.RadiansToDegrees;
        var sine = Math.Min(bound, 1) / (flat * cosine);
        if (Math.Abs(Y) + HalfY >= 90 || sine > 0.99)
        {
            IsAround = true;
            HalfX = 180;
        }
        else
        {
            HalfX = (sine < 0.1 ? sine * 1.0051 : Math.Asin(sine)) * LatLng.RadiansToDegrees;
        }
    }
}
