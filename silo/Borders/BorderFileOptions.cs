using System.ComponentModel.DataAnnotations;

namespace Burgernet.Silo.Borders;

/// <summary>A GeoJSON file of borders (RFC 7946): a FeatureCollection of polygons in WGS84 degrees.</summary>
public sealed class BorderFileOptions
{
    /// <summary>The file; none where it is null or empty.</summary>
    public string? File { get; set; }

    /// <summary>The property of a feature that holds its code. Default <c>statcode</c>, as CBS calls it.</summary>
    [Required]
    public string CodeProperty { get; set; } = "statcode";

    /// <summary>The property of a feature that holds its name; features without it are named by their code. Default <c>statnaam</c>, as CBS calls it.</summary>
    [Required]
    public string NameProperty { get; set; } = "statnaam";
}
