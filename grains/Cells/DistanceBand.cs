namespace Burgernet.Grains.Cells;

/// <summary>The bands in which people are called, nearest first.</summary>
public static class DistanceBand
{
    /// <summary>Width of a band in metres.</summary>
    public const int WidthMetres = 250;

    /// <summary>The band of a distance, from 0.</summary>
    /// <param name="metres">Distance from the incident point, 0 or more.</param>
    public static int Of(double metres) => (int)(metres / WidthMetres);
}
