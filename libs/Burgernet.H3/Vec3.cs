using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Burgernet.H3;

/// <summary>A direction from the centre of the sphere: x towards (0°, 0°), y towards (0°, 90° E), z north.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Vec3(double X, double Y, double Z)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vec3 Of(LatLng at)
    {
        var (sinLat, cosLat) = Trig.SinCos(at.Latitude);
        var (sinLng, cosLng) = Trig.SinCos(at.Longitude);
        return new Vec3(cosLat * cosLng, cosLat * sinLng, sinLat);
    }

    /// <summary>The position; the length does not matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LatLng ToLatLng() => new(Trig.Atan2(Z, Math.Sqrt((X * X) + (Y * Y))), Trig.Atan2(Y, X));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double Dot(Vec3 other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vec3 Cross(Vec3 o) => new((Y * o.Z) - (Z * o.Y), (Z * o.X) - (X * o.Z), (X * o.Y) - (Y * o.X));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vec3 Minus(Vec3 o) => new(X - o.X, Y - o.Y, Z - o.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vec3 Unit()
    {
        var scale = 1 / Math.Sqrt(Dot(this));
        return new Vec3(X * scale, Y * scale, Z * scale);
    }

    /// <summary>Radians between two unit vectors, exact for near and for far ones.</summary>
    internal double AngleTo(Vec3 other)
    {
        var apart = Minus(other);
        var half = Math.Min(1, 0.5 * Math.Sqrt(apart.Dot(apart)));
        return 2 * Math.Asin(half);
    }
}
