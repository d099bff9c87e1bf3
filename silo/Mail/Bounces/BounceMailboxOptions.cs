using System.ComponentModel.DataAnnotations;

namespace Burgernet.Silo.Mail.Bounces;

/// <summary>Where bounces lie (section <c>Burgernet:Mail:Bounces</c>): a maildir on this machine. Default none, and nobody looks.</summary>
public sealed class BounceMailboxOptions
{
    /// <summary>A folder in the form of a maildir, with <c>new</c> and <c>cur</c> in it. Default none.</summary>
    public string? Maildir { get; set; }

    /// <summary>How often it is looked at. Default a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one look may take. Default a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);
}
