using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Burgernet.H3;

/// <summary>Sine, cosine and the angle of a vector, in degrees, within about two units in the last place.</summary>
/// <remarks>
/// Managed code from small tables, for two reasons: it is faster, and the C runtime's functions run several times slower wherever the
/// compiler left the upper halves of vector registers in use before calling them.
/// </remarks>
internal static class Trig
{
    /// <summary>Sine and cosine of 64 steps of 5.625°.</summary>
    private static readonly double[] Steps = MakeSteps();

    /// <summary>Degrees of the angles whose tangents are n / 64.</summary>
    private static readonly double[] Angles = [.. Enumerable.Range(0, 65).Select(n => Math.Atan(n / 64.0) * LatLng.RadiansToDegrees)];

    /// <summary>Sine and cosine of an angle.</summary>
    /// <param name="degrees">A finite number of degrees.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double Sin, double Cos) SinCos(double degrees)
    {
        if (Math.Abs(degrees) > 1e6)
        {
            degrees = Math.IEEERemainder(degrees, 360);
        }

        // Exact: a step is 45 / 8.
        var step = Math.Round(degrees * (1 / 5.625));
        var rest = (degrees - (step * 5.625)) * LatLng.DegreesToRadians;
        ref var table = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Steps), 2 * ((int)step & 63));
        var (sin, cos) = (table, Unsafe.Add(ref table, 1));

        // Taylor, where the rest is below a twentieth.
        var square = rest * rest;
        var sine = rest * square * ((-1.0 / 6) + (square * ((1.0 / 120) + (square * ((-1.0 / 5040) + (square * (1.0 / 362880)))))));
        var cosine = square * (-0.5 + (square * ((1.0 / 24) + (square * ((-1.0 / 720) + (square * (1.0 / 40320)))))));
        return (sin + ((sin * cosine) + (cos * sine) + (cos * rest)), cos + ((cos * cosine) - (sin * sine) - (sin * rest)));
    }

    /// <summary>The angle of a vector from the x axis, counter-clockwise, within ±180°; 0 for no vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Atan2(double y, double x)
    {
        var (width, height) = (Math.Abs(x), Math.Abs(y));
        var (longer, shorter) = height > width ? (height, width) : (width, height);
        if (longer == 0)
        {
            return 0;
        }

        // The nearest of 65 known tangents, then what is left by the addition theorem: a tangent of at most 1 / 128.
        var nearest = (int)(((float)(shorter / longer) * 64) + 0.5f);
        var known = nearest * (1.0 / 64);
        var rest = (shorter - (known * longer)) / (longer + (known * shorter));
        var square = rest * rest;
        var angle = rest * (1 + (square * ((-1.0 / 3) + (square * ((1.0 / 5) + (square * (-1.0 / 7)))))));
        var degrees = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Angles), nearest) + (angle * LatLng.RadiansToDegrees);
        degrees = height > width ? 90 - degrees : degrees;
        degrees = x < 0 ? 180 - degrees : degrees;
        return y < 0 ? -degrees : degrees;
    }

    private static double[] MakeSteps()
    {
        var steps = new double[128];
        for (var n = 0; n < 64; n++)
        {
            // From the first eighth of the circle, where both are exact to the last place, to the others.
            var eighth = n % 16;
            var (sin, cos) =
                eighth <= 8
                    ? Math.SinCos(eighth * 5.625 * LatLng.DegreesToRadians)
                    : Swap(Math.SinCos((16 - eighth) * 5.625 * LatLng.DegreesToRadians));
            (steps[2 * n], steps[(2 * n) + 1]) = (n / 16) switch
            {
                0 => (sin, cos),
                1 => (cos, -sin),
                2 => (-sin, -cos),
                _ => (-cos, sin),
            };
        }

        return steps;

        static (double Sin, double Cos) Swap((double Sin, double Cos) of) => (of.Cos, of.Sin);
    }
}
