using System.ComponentModel.DataAnnotations;

namespace Burgernet.Grains.Actions;

/// <summary>Limits of actions (section <c>Burgernet:Actions</c>).</summary>
public sealed class ActionOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Actions";

    /// <summary>Most H3 cells of resolution 8 (0.7 km² each) that an area may cover. Default 5,000.</summary>
    [Range(1, 1_000_000)]
    public int MostCells { get; set; } = 5_000;

    /// <summary>How often the heads of lanes' chains are recorded in the action's own while it runs. Default 10 s: what was recorded since is held by nothing signed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan AnchorInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long after a receipt that came when all else was over the figures are amended in the dossier, with all that came meanwhile. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan AmendAfter { get; set; } = TimeSpan.FromSeconds(10);
}
