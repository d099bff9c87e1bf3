using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Burgernet.H3.Tables;

namespace Burgernet.H3;

/// <summary>Between directions on the sphere, lattice points on faces, and indexes.</summary>
/// <remarks>A point's gnomonic coordinates on a face are two quotients of dot products, so no angle is ever computed.</remarks>
internal static class Projection
{
    /// <summary>Tangent-plane length of one lattice step at resolution 0: (3 − √5) / 2.</summary>
    internal const double Unit = 0.38196601125010515;
    internal const double HalfSqrt3 = 0.86602540378443865;
    private const int Bias = 1 << 23;

    /// <summary>Per resolution the matrix from gnomonic x, y to lattice coordinates along 0° and 60°.</summary>
    private static readonly double[] ToLattice = MakeToLattice();

    /// <summary>Tangent-plane length of one lattice step, by half the even resolution.</summary>
    private static readonly double[] StepLength = [.. Enumerable.Range(0, 9).Select(n => Unit / Math.Pow(7, n))];

    /// <summary>Tangent-plane length of a lattice step of an even resolution.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Step(int evenResolution) => StepLength[evenResolution >> 1];

    /// <summary>The index of the cell that holds a direction.</summary>
    internal static ulong Encode(Vec3 point, int resolution)
    {
        var face = NearestFace(point);
        ref var axes = ref MemoryMarshal.GetReference(FaceTable.Axes);
        var depth = 1 / ((At(ref axes, 0, face) * point.X) + (At(ref axes, 1, face) * point.Y) + (At(ref axes, 2, face) * point.Z));
        var x = ((At(ref axes, 3, face) * point.X) + (At(ref axes, 4, face) * point.Y) + (At(ref axes, 5, face) * point.Z)) * depth;
        var y = ((At(ref axes, 6, face) * point.X) + (At(ref axes, 7, face) * point.Y) + (At(ref axes, 8, face) * point.Z)) * depth;
        ref var matrix = ref ToLattice[4 * resolution];
        var q = (matrix * x) + (Unsafe.Add(ref matrix, 1) * y);
        var s = (Unsafe.Add(ref matrix, 2) * x) + (Unsafe.Add(ref matrix, 3) * y);

        // The nearest lattice point: round three coordinates that sum to 0, then mend the one that moved most. Without branches, which no
        // predictor could learn.
        var t = -q - s;
        var (rq, rs, rt) = (Math.Round(q), Math.Round(s), Math.Round(t));
        var (dq, ds, dt) = (Math.Abs(rq - q), Math.Abs(rs - s), Math.Abs(rt - t));
        var (iq, b) = ((int)rq, (int)rs);
        var excess = iq + b + (int)rt;
        var first = (dq > ds) & (dq > dt);
        iq -= first ? excess : 0;
        b -= !first & (ds > dt) ? excess : 0;
        var a = iq + b;
        return (resolution & 1) == 0 ? Compose(face, a, b, resolution) : Compose(face, (3 * a) - b, a + (2 * b), resolution);
    }

    /// <summary>The index of the cell at a lattice point.</summary>
    /// <param name="face">The face on whose plane the point lies; the point may lie a little beyond the face's edges.</param>
    /// <param name="a">First coordinate at the even resolution.</param>
    /// <param name="b">Second coordinate at the even resolution.</param>
    /// <param name="resolution">The cell's resolution; for an odd one the coordinates are those of its centre child.</param>
    internal static ulong Compose(int face, int a, int b, int resolution)
    {
        var even = (resolution + 1) & ~1;
        ref var split = ref MemoryMarshal.GetReference(DigitTable.Split);
        var digits = 0UL;
        for (var shift = 0; shift < 3 * even; shift += 6)
        {
            var (ua, ub) = ((uint)(a + (7 * Bias)), (uint)(b + (7 * Bias)));
            var (qa, qb) = (ua / 7, ub / 7);
            int entry = Unsafe.Add(ref split, (int)((7 * (ua - (7 * qa))) + ub - (7 * qb)));
            digits |= (ulong)(uint)(entry & 63) << shift;
            a = (int)qa - Bias + ((entry >> 6) & 1);
            b = (int)qb - Bias + (entry >> 7);
        }

        digits = digits << (48 - (3 * even)) >> 3;
        var least = Math.Min(0, Math.Min(a, b));
        var place = (face * 27) + ((a - least) * 9) + ((b - least) * 3) - least;
        int turns = BaseCellTable.Turns[(place * 8) + Digits.Leading(digits)];
        return Digits.Compose(resolution, BaseCellTable.At[place], Digits.Turn(digits, turns));
    }

    /// <summary>The face that a cell's centre lies on, and where.</summary>
    internal static FaceAddress Decode(ulong index)
    {
        var resolution = Digits.Resolution(index);
        var baseCell = Digits.BaseCell(index);
        var used = Digits.Used(index, resolution);
        var leading = Digits.Leading(used);
        var even = (resolution + 1) & ~1;
        var limit = FaceAddress.Limit(even);
        int entry = BaseCellTable.HomeStart[baseCell];
        int end = BaseCellTable.HomeStart[baseCell + 1];
        while (true)
        {
            var home = BaseCellTable.Homes.Slice(entry * 12, 12);
            int turns = home[4 + leading];
            var (a, b) = Walk(Digits.Turn(used, turns == 0 ? 0 : 6 - turns), home[1], home[2], even);
            if (++entry == end || FaceAddress.EdgePassed(a, b, limit) < 0)
            {
                return new FaceAddress(home[0], a, b);
            }
        }
    }

    /// <summary>Follows digits from a point of resolution 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int A, int B) Walk(ulong digits, int a, int b, int evenResolution)
    {
        ref var join = ref MemoryMarshal.GetReference(DigitTable.Join);
        digits <<= 19;
        for (var n = 0; n < evenResolution; n += 2)
        {
            var pair = (int)(digits >> 58);
            a = (7 * a) + Unsafe.Add(ref join, 2 * pair);
            b = (7 * b) + Unsafe.Add(ref join, (2 * pair) + 1);
            digits <<= 6;
        }

        return (a, b);
    }

    /// <summary>The direction of a lattice point, not of unit length.</summary>
    /// <param name="at">The point.</param>
    /// <param name="step">Tangent-plane length of one lattice step.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vec3 Lift(FaceAddress at, double step) => Lift(at.Face, (at.A - (0.5 * at.B)) * step, at.B * (HalfSqrt3 * step));

    /// <summary>The direction of a point on a face's tangent plane, not of unit length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vec3 Lift(int face, double x, double y)
    {
        ref var axes = ref MemoryMarshal.GetReference(FaceTable.Axes);
        return new Vec3(
            At(ref axes, 0, face) + (x * At(ref axes, 3, face)) + (y * At(ref axes, 6, face)),
            At(ref axes, 1, face) + (x * At(ref axes, 4, face)) + (y * At(ref axes, 7, face)),
            At(ref axes, 2, face) + (x * At(ref axes, 5, face)) + (y * At(ref axes, 8, face))
        );
    }

    /// <summary>The direction of a cell's centre, not of unit length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vec3 Centre(ulong index) => Lift(Decode(index), Step((Digits.Resolution(index) + 1) & ~1));

    /// <summary>The face whose centre is nearest: the one whose plane the point projects on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int NearestFace(Vec3 point)
    {
        ref var axes = ref MemoryMarshal.GetReference(FaceTable.Axes);
        var (x, y, z) = (Vector256.Create(point.X), Vector256.Create(point.Y), Vector256.Create(point.Z));
        var best = Vector256.Create(-2.0);
        var faces = Vector256<double>.Zero;
        var lanes = Vector256.Create(0.0, 1.0, 2.0, 3.0);
        for (nuint face = 0; face < 20; face += 4)
        {
            var dot =
                (Vector256.LoadUnsafe(ref axes, face) * x)
                + (Vector256.LoadUnsafe(ref axes, face + 20) * y)
                + (Vector256.LoadUnsafe(ref axes, face + 40) * z);
            var nearer = Vector256.GreaterThan(dot, best);
            best = Vector256.ConditionalSelect(nearer, dot, best);
            faces = Vector256.ConditionalSelect(nearer, lanes, faces);
            lanes += Vector256.Create(4.0);
        }

        var (lower, upper) = (best[0] >= best[1] ? 0 : 1, best[2] >= best[3] ? 2 : 3);
        return (int)faces[best[lower] >= best[upper] ? lower : upper];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double At(ref double axes, int component, int face) => Unsafe.Add(ref axes, (component * 20) + face);

    private static double[] MakeToLattice()
    {
        var matrix = new double[64];
        for (var resolution = 0; resolution < 16; resolution++)
        {
            // Odd resolutions are turned by asin(√(3/28)) counter-clockwise: their coordinates are those of the plane turned back.
            var scale = Math.Pow(7, resolution * 0.5) / Unit;
            var (sin, cos) = (resolution & 1) == 0 ? (0, 1) : (Math.Sqrt(3.0 / 28), Math.Sqrt(25.0 / 28));
            var (tilt, height) = (scale / (2 * HalfSqrt3), scale / HalfSqrt3);
            matrix[4 * resolution] = (scale * cos) + (tilt * sin);
            matrix[(4 * resolution) + 1] = (scale * sin) - (tilt * cos);
            matrix[(4 * resolution) + 2] = -height * sin;
            matrix[(4 * resolution) + 3] = height * cos;
        }

        return matrix;
    }
}
