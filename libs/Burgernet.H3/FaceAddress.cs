using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Burgernet.H3.Tables;

namespace Burgernet.H3;

/// <summary>A lattice point on the plane of an icosahedron face, as A + B·ω with ω a third of a turn counter-clockwise.</summary>
/// <remarks>
/// Always of an even resolution, whose axes are the face's own; an odd resolution's points are written at the next even one.
/// A face ends where <c>A + B</c>, <c>B − 2A</c> or <c>A − 2B</c> passes <see cref="Limit"/>.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FaceAddress(int Face, int A, int B)
{
    private static ReadOnlySpan<int> Powers => [1, 7, 49, 343, 2401, 16807, 117649, 823543, 5764801];

    /// <summary>7 to the power of half an even resolution: lattice steps in one of resolution 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Scale(int evenResolution) => Powers[evenResolution >> 1];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Limit(int evenResolution) => 2 * Powers[evenResolution >> 1];

    /// <summary>The edge that a point lies beyond (0 towards 60°, 1 towards 180°, 2 towards 300°), or −1 on the face.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int EdgePassed(int a, int b, int limit) =>
        a + b > limit ? 0
        : b - (2 * a) > limit ? 1
        : a - (2 * b) > limit ? 2
        : -1;

    /// <summary>The same point on the plane of the face beyond an edge.</summary>
    /// <param name="edge">The edge, 0 to 2.</param>
    /// <param name="scale">Lattice steps in one of resolution 0.</param>
    internal FaceAddress Across(int edge, int scale)
    {
        var move = FaceTable.Beyond.Slice((Face * 12) + (edge * 4), 4);
        var (a, b) = Spin(A, B, move[1]);
        return new FaceAddress(move[0], a + (move[2] * scale), b + (move[3] * scale));
    }

    /// <summary>The same point on the face where it lies.</summary>
    internal FaceAddress OnItsFace(int evenResolution)
    {
        var (at, scale) = (this, Scale(evenResolution));
        for (var edge = EdgePassed(A, B, 2 * scale); edge >= 0; edge = EdgePassed(at.A, at.B, 2 * scale))
        {
            at = at.Across(edge, scale);
        }

        return at;
    }

    /// <summary>Turns a point counter-clockwise about the face's centre.</summary>
    internal static (int A, int B) Spin(int a, int b, int sixths) =>
        sixths switch
        {
            1 => (a - b, a),
            2 => (-b, a - b),
            3 => (-a, -b),
            4 => (b - a, -a),
            5 => (b, b - a),
            _ => (a, b),
        };
}
