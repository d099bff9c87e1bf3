namespace Burgernet.H3.Regions;

/// <summary>Areas on the unit sphere.</summary>
internal static class SphereArea
{
    /// <summary>The signed area of a ring of great-circle arcs, steradians; above 0 where it runs counter-clockwise about a place.</summary>
    /// <param name="about">A unit vector that the ring's triangles are taken from; best within the ring.</param>
    /// <param name="ring">Unit vectors.</param>
    internal static double Of(Vec3 about, ReadOnlySpan<Vec3> ring)
    {
        var area = 0.0;
        for (var n = 0; n < ring.Length; n++)
        {
            var (a, b) = (ring[n], ring[n + 1 == ring.Length ? 0 : n + 1]);

            // The triple product from differences, which keeps its digits where the three lie close together.
            var volume = about.Dot(a.Minus(about).Cross(b.Minus(about)));
            area += 2 * Math.Atan2(volume, 1 + about.Dot(a) + a.Dot(b) + b.Dot(about));
        }

        return area;
    }
}
