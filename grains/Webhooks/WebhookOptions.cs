using System.ComponentModel.DataAnnotations;

namespace Burgernet.Grains.Webhooks;

/// <summary>How webhooks are sent (section <c>Burgernet:Webhooks</c>); where to stands with each control room.</summary>
public sealed class WebhookOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Webhooks";

    /// <summary>How long one request may take, connecting included. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long after the first failure an entry is tried again; doubled each time, give or take a fifth. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause between two tries. Default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00")]
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>An entry that is older than this when a try fails is given up. Default 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "30.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Requests that may be under way to one address at a time, each about another action. Default 4.</summary>
    [Range(1, 64)]
    public int Parallel { get; set; } = 4;

    /// <summary>How often each node looks for entries that no hint told of. Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:05:00")]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(15);
}
