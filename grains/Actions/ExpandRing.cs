namespace Burgernet.Grains.Actions;

/// <summary>How an area grows by itself: ring by ring of one distance band, each when somebody on their way since the plan was made could be beyond the one before. Pure.</summary>
/// <remarks>
/// Everything follows from what is stored: the plan, when it was made, and how far it is. So a node that starts again goes on where another stopped. Rings of bands, not
/// of cells: a ring of H3 cells is 850 m wide, which takes ten minutes on foot.
/// </remarks>
public static class ExpandRing
{
    /// <summary>How much a ring adds to the radius, in metres: a band of the order in which people are called.</summary>
    public const double WidthMetres = 250;

    /// <summary>The radius that the area should have by now, in metres: never beyond the largest; several rings at once where they were held up.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="plannedAt">When it was made.</param>
    /// <param name="now">The time.</param>
    public static double RadiusAt(ExpansionPlannedData plan, DateTimeOffset plannedAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var rings = Math.Floor(Math.Max(0, (now - plannedAt) / TimeOfRing(plan)));
        return Math.Min(plan.StartRadiusMetres + (rings * WidthMetres), plan.LargestRadiusMetres);
    }

    /// <summary>When the next ring is due.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="plannedAt">When it was made.</param>
    /// <param name="radius">The radius that the area has now, in metres.</param>
    public static DateTimeOffset NextAt(ExpansionPlannedData plan, DateTimeOffset plannedAt, double radius)
    {
        ArgumentNullException.ThrowIfNull(plan);
        // Sums of doubles: a ring less a millionth is that ring.
        var ring = Math.Floor(((radius - plan.StartRadiusMetres) / WidthMetres) + 1e-6) + 1;
        return plannedAt + (ring * TimeOfRing(plan));
    }

    /// <summary>How long it takes to cross a ring.</summary>
    private static TimeSpan TimeOfRing(ExpansionPlannedData plan) => TimeSpan.FromHours(WidthMetres / 1_000 / plan.SpeedKmh);
}
