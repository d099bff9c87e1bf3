using System.ComponentModel.DataAnnotations;

namespace Burgernet.Grains.Coverage;

/// <summary>What participation is held against (section <c>Burgernet:Coverage</c>).</summary>
public sealed class CoverageOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Coverage";

    /// <summary>The goal as a share of the inhabitants, in percent. Default 5, as the plan of Deventer expects.</summary>
    [Range(0.01, 100)]
    public double GoalPercent { get; set; } = 5;

    /// <summary>Goals of municipalities by their code, in participants, in place of the share (<c>GM0150</c>: 6000). Default none.</summary>
    public IDictionary<string, int> Goals { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Below this share of its goal, in percent, a municipality has too few. Default 50.</summary>
    [Range(0, 100)]
    public double TooFewPercent { get; set; } = 50;

    /// <summary>Months of the trend, the running one included. Default 12.</summary>
    [Range(1, 120)]
    public int Months { get; set; } = 12;

    /// <summary>How long a count is good. Default 5 minutes: it looks at the whole register.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan Refresh { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>CSV file of the municipalities: <c>code</c>, <c>name</c>, <c>inhabitants</c>, other columns as they like. Default none: no goals but those in <see cref="Goals"/>.</summary>
    public string? InhabitantsFile { get; set; }
}
