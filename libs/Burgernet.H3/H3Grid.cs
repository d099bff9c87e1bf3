using System.Diagnostics.CodeAnalysis;

namespace Burgernet.H3;

/// <summary>The H3 grid, version 4: cells of sixteen resolutions that cover the Earth.</summary>
/// <remarks>
/// Names as in H3 v4. Spans in, counts out, and nothing is allocated unless a method returns an array. A method whose name begins with
/// <c>Try</c> answers false where the grid has no answer; bad arguments throw. All methods may be called from any thread.
/// </remarks>
public static partial class H3Grid
{
    /// <summary>The finest resolution; the coarsest is 0.</summary>
    public const int MaxResolution = 15;

    /// <summary>The radius of H3's sphere, metres.</summary>
    public const double EarthRadiusMetres = 6371007.180918475;

    /// <summary>The most points that a cell's boundary has.</summary>
    public const int MaxBoundaryPoints = Outline.MaxPoints;

    // The throws stand apart: the text they make would cost every caller that the checks are inlined into.
    private static void CheckResolution(int resolution, string name = "resolution")
    {
        if ((uint)resolution > MaxResolution)
        {
            ThrowResolution(resolution, name);
        }
    }

    private static void CheckCell(H3Index cell, string name = "cell")
    {
        if (!Digits.IsValid(cell.Value))
        {
            ThrowCell(cell, name);
        }
    }

    private static void CheckRoom<T>(ReadOnlySpan<T> destination, long needed)
    {
        if (destination.Length < needed)
        {
            ThrowRoom(destination.Length, needed, nameof(destination));
        }
    }

    private static void CheckFinite(LatLng position, string name)
    {
        if (!position.IsFinite)
        {
            ThrowPosition(name);
        }
    }

    [DoesNotReturn]
    private static void ThrowResolution(int resolution, string name) =>
        throw new ArgumentOutOfRangeException(name, resolution, "A resolution is 0 to 15.");

    [DoesNotReturn]
    private static void ThrowCell(H3Index cell, string name) => throw new ArgumentException($"{cell} is not a cell.", name);

    [DoesNotReturn]
    private static void ThrowRoom(int room, long needed, string name) =>
        throw new ArgumentException($"There is room for {room}, {needed} needed.", name);

    // Without the position: messages end up in logs.
    [DoesNotReturn]
    private static void ThrowPosition(string name) => throw new ArgumentOutOfRangeException(name, "Coordinates are finite.");
}
