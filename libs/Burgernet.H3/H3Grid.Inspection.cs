using System.Numerics;

namespace Burgernet.H3;

/// <content>What an index says of itself.</content>
public static partial class H3Grid
{
    /// <summary>Whether an index names a cell.</summary>
    /// <param name="index">Any number.</param>
    public static bool IsValidCell(H3Index index) => Digits.IsValid(index.Value);

    /// <summary>The resolution an index states, 0 to 15, whether or not it is a cell.</summary>
    /// <param name="index">Any number.</param>
    public static int GetResolution(H3Index index) => Digits.Resolution(index.Value);

    /// <summary>The number of the base cell an index states: 0 to 121 for cells, up to 127 otherwise.</summary>
    /// <param name="index">Any number.</param>
    public static int GetBaseCellNumber(H3Index index) => Digits.BaseCell(index.Value);

    /// <summary>Whether the index is a cell and that cell a pentagon: one of twelve at each resolution.</summary>
    /// <param name="index">Any number.</param>
    public static bool IsPentagon(H3Index index) => Digits.IsValid(index.Value) && Digits.IsPentagon(index.Value);

    /// <summary>Whether the index states an odd resolution, whose grid is turned by 19.1° against its parents'.</summary>
    /// <param name="index">Any number.</param>
    public static bool IsResClassIII(H3Index index) => (Digits.Resolution(index.Value) & 1) != 0;

    /// <summary>The faces of the icosahedron that a cell lies on, ascending.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="destination">Takes the face numbers, 0 to 19; room for 5 always suffices.</param>
    /// <returns>How many were written: 1, 2, or a pentagon's 5.</returns>
    /// <exception cref="ArgumentException">The index is not a cell, or there is too little room.</exception>
    public static int GetIcosahedronFaces(H3Index cell, Span<int> destination)
    {
        CheckCell(cell);
        var faces = 0U;
        var at = Projection.Decode(cell.Value);
        if (Digits.IsPentagon(cell.Value))
        {
            var even = (cell.Resolution + 1) & ~1;
            for (var n = 0; n < 5; n++)
            {
                faces |= 1U << at.Face;
                at = Outline.NextAround(at, even);
            }
        }
        else
        {
            Span<Vec3> points = stackalloc Vec3[Outline.MaxPoints];
            _ = Outline.WriteHexagon(cell.Value, points, stackalloc int[7], out var other);
            faces = 1U << at.Face | (other < 0 ? 0 : 1U << other);
        }

        var count = BitOperations.PopCount(faces);
        CheckRoom<int>(destination, count);
        for (var n = 0; n < count; n++, faces &= faces - 1)
        {
            destination[n] = BitOperations.TrailingZeroCount(faces);
        }

        return count;
    }
}
