namespace Burgernet.H3;

/// <summary>The outline of a cell: its corners, and where it crosses an edge of the icosahedron, the crossing.</summary>
internal static class Outline
{
    /// <summary>The most points an outline has: a pentagon of an odd resolution, which crosses five edges.</summary>
    internal const int MaxPoints = 10;

    /// <summary>Writes a cell's outline, counter-clockwise.</summary>
    /// <param name="index">A valid cell.</param>
    /// <param name="points">Room for <see cref="MaxPoints"/> directions, which are not of unit length.</param>
    /// <returns>How many points there are.</returns>
    internal static int Write(ulong index, Span<Vec3> points) =>
        Digits.IsPentagon(index) ? WritePentagon(index, points) : WriteHexagon(index, points, stackalloc int[7], out _);

    /// <summary>Writes a cell's outline, and where in it each side starts.</summary>
    /// <param name="index">A valid cell.</param>
    /// <param name="points">Room for <see cref="MaxPoints"/> directions.</param>
    /// <param name="starts">Room for 7: for each side its first point, then the number of points.</param>
    /// <returns>How many points there are.</returns>
    internal static int WriteSides(ulong index, Span<Vec3> points, Span<int> starts)
    {
        if (!Digits.IsPentagon(index))
        {
            return WriteHexagon(index, points, starts, out _);
        }

        var count = WritePentagon(index, points);
        for (var n = 0; n <= 5; n++)
        {
            starts[n] = n * count / 5;
        }

        return count;
    }

    /// <summary>How many sides a cell has: 6, or a pentagon's 5.</summary>
    internal static int SideCount(ulong index) => Digits.IsPentagon(index) ? 5 : 6;

    /// <summary>Writes a hexagon's outline, counter-clockwise from the corner at 30° of its lattice.</summary>
    /// <param name="index">A valid cell that is no pentagon.</param>
    /// <param name="points">Room for <see cref="MaxPoints"/> directions.</param>
    /// <param name="starts">Room for 7: for each side its first point, then the number of points.</param>
    /// <param name="otherFace">The second face that the cell lies on, or −1.</param>
    internal static int WriteHexagon(ulong index, Span<Vec3> points, Span<int> starts, out int otherFace)
    {
        var resolution = Digits.Resolution(index);
        var even = (resolution + 1) & ~1;
        var at = Projection.Decode(index);
        var scale = FaceAddress.Scale(even);
        var limit = 6 * scale;
        var step = Projection.Step(even) / 3;
        otherFace = -1;

        // Corners in thirds of a lattice step, where they are whole numbers.
        var (cornerA, cornerB) = (resolution & 1) == 0 ? (2, 1) : (5, 4);
        Span<int> corners = stackalloc int[18];
        var passes = false;
        for (var n = 0; n < 6; n++)
        {
            var (a, b) = ((3 * at.A) + cornerA, (3 * at.B) + cornerB);
            var edge = FaceAddress.EdgePassed(a, b, limit);
            (corners[3 * n], corners[(3 * n) + 1], corners[(3 * n) + 2]) = (a, b, edge);
            passes |= edge >= 0;
            (cornerA, cornerB) = (cornerA - cornerB, cornerA);
        }

        if (!passes)
        {
            for (var n = 0; n < 6; n++)
            {
                starts[n] = n;
                points[n] = Projection.Lift(new FaceAddress(at.Face, corners[3 * n], corners[(3 * n) + 1]), step);
            }

            starts[6] = 6;
            return 6;
        }

        var count = 0;
        for (var n = 0; n < 6; n++)
        {
            var next = n == 5 ? 0 : n + 1;
            var corner = new FaceAddress(at.Face, corners[3 * n], corners[(3 * n) + 1]);
            var edge = corners[(3 * n) + 2];
            if (edge >= 0)
            {
                corner = corner.Across(edge, 3 * scale);
                otherFace = corner.Face;
            }

            starts[n] = count;
            points[count++] = Projection.Lift(corner, step);
            var crossed = Math.Max(edge, corners[(3 * next) + 2]);
            if (edge != corners[(3 * next) + 2])
            {
                var here = Height(corners[3 * n], corners[(3 * n) + 1], crossed);
                var there = Height(corners[3 * next], corners[(3 * next) + 1], crossed);
                if (here != limit && there != limit)
                {
                    points[count++] = Between(
                        at.Face,
                        corners.Slice(3 * n, 2),
                        corners.Slice(3 * next, 2),
                        (double)(limit - here) / (there - here),
                        step
                    );
                }
            }
        }

        starts[6] = count;
        return count;
    }

    private static int WritePentagon(ulong index, Span<Vec3> points)
    {
        var resolution = Digits.Resolution(index);
        var even = (resolution + 1) & ~1;
        var odd = resolution & 1;
        var scale = FaceAddress.Scale(even);
        var step = Projection.Step(even) / 3;
        var at = FirstOfPentagon(index);
        var count = 0;
        for (var n = 0; n < 5; n++)
        {
            // The vertex on this face, and the corner that this face's sixth of the lattice about it holds.
            var vertex = VertexOf(at);
            var (a, b) = FaceAddress.Spin(odd == 0 ? 2 : 5, odd == 0 ? 1 : 4, (2 * vertex) + 2);
            ReadOnlySpan<int> corner = [(3 * at.A) + a, (3 * at.B) + b];
            points[count++] = Projection.Lift(new FaceAddress(at.Face, corner[0], corner[1]), step);
            var edge = (vertex + 2) % 3;
            if (odd == 1)
            {
                (a, b) = FaceAddress.Spin(a, b, 1);
                ReadOnlySpan<int> next = [(3 * at.A) + a, (3 * at.B) + b];
                var here = Height(corner[0], corner[1], edge);
                var there = Height(next[0], next[1], edge);
                points[count++] = Between(at.Face, corner, next, (double)((6 * scale) - here) / (there - here), step);
            }

            at = NextAround(at, even);
        }

        return count;
    }

    /// <summary>A pentagon's place on the first of its five faces, as H3 orders its corners.</summary>
    internal static FaceAddress FirstOfPentagon(ulong index)
    {
        var at = Projection.Decode(index);
        for (var n = 0; n < 3; n++)
        {
            at = NextAround(at, (Digits.Resolution(index) + 1) & ~1);
        }

        return at;
    }

    /// <summary>The vertex of its face, 0 to 2, that a pentagon's centre is.</summary>
    internal static int VertexOf(FaceAddress at) =>
        at.B > 0 ? 1
        : at.A > 0 ? 0
        : 2;

    /// <summary>The same vertex on the next face counter-clockwise about it.</summary>
    internal static FaceAddress NextAround(FaceAddress at, int evenResolution) =>
        at.Across((VertexOf(at) + 2) % 3, FaceAddress.Scale(evenResolution));

    /// <summary>How far a point lies towards an edge, in half thirds of a lattice step.</summary>
    private static int Height(int a, int b, int edge) =>
        edge switch
        {
            0 => a + b,
            1 => b - (2 * a),
            _ => a - (2 * b),
        };

    private static Vec3 Between(int face, ReadOnlySpan<int> from, ReadOnlySpan<int> to, double share, double step)
    {
        var a = from[0] + (share * (to[0] - from[0]));
        var b = from[1] + (share * (to[1] - from[1]));
        return Projection.Lift(face, (a - (0.5 * b)) * step, b * (Projection.HalfSqrt3 * step));
    }
}
