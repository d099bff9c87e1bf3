namespace Burgernet.H3.Grid;

/// <summary>The cells about a cell, from the lattice itself: right everywhere, faces' edges and pentagons included.</summary>
internal static class Neighbours
{
    /// <summary>Writes a cell's neighbours, counter-clockwise; the n-th lies beyond the side between corners n and n + 1.</summary>
    /// <param name="index">A valid cell.</param>
    /// <param name="destination">Room for 6.</param>
    /// <returns>6, for a pentagon 5.</returns>
    internal static int Write(ulong index, Span<ulong> destination)
    {
        var resolution = Digits.Resolution(index);
        var even = (resolution + 1) & ~1;
        var odd = (resolution & 1) != 0;
        if (Digits.IsPentagon(index))
        {
            var home = Outline.FirstOfPentagon(index);
            for (var n = 0; n < 5; n++)
            {
                // One neighbour a face, straight into it or at most a half sixth aside.
                var (x, y) = FaceAddress.Spin(odd ? 3 : 1, odd ? 1 : 0, ((2 * Outline.VertexOf(home)) + 3) % 6);
                destination[n] = Projection.Compose(home.Face, home.A + x, home.B + y, resolution);
                home = Outline.NextAround(home, even);
            }

            return 5;
        }

        var at = Projection.Decode(index);
        var limit = FaceAddress.Limit(even);
        var (a, b) = odd ? (2, 3) : (1, 1);
        for (var n = 0; n < 6; n++)
        {
            var next = new FaceAddress(at.Face, at.A + a, at.B + b);
            if (FaceAddress.EdgePassed(next.A, next.B, limit) >= 0)
            {
                next = next.OnItsFace(even);
            }

            destination[n] = Projection.Compose(next.Face, next.A, next.B, resolution);
            (a, b) = (a - b, a);
        }

        return 6;
    }
}
