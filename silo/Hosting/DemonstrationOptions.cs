using System.ComponentModel.DataAnnotations;

namespace Burgernet.Silo.Hosting;

/// <summary>The invented register (section <c>Burgernet:Demonstration</c>).</summary>
public sealed class DemonstrationOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Demonstration";

    /// <summary>How many participants an empty register is filled with; 0 for none. Default 6,000, as many as Deventer expected.</summary>
    [Range(0, 100_000)]
    public int Participants { get; set; } = 6_000;

    /// <summary>The same seed gives the same people. Default 2012.</summary>
    public int Seed { get; set; } = 2012;
}
