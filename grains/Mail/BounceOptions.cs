using System.ComponentModel.DataAnnotations;

namespace Burgernet.Grains.Mail;

/// <summary>When an address counts as undeliverable (section <c>Burgernet:Mail:Bounces</c>).</summary>
public class BounceOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Mail:Bounces";

    /// <summary>So many soft bounces, at most one a day counted, make an address undeliverable. Default 5.</summary>
    [Range(1, 100)]
    public int SoftBounces { get; set; } = 5;

    /// <summary>Within so long; then it begins anew. Default 90 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan SoftWindow { get; set; } = TimeSpan.FromDays(90);
}
