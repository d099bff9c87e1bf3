using System.ComponentModel.DataAnnotations;

namespace Burgernet.Grains.Sms;

/// <summary>How text messages from people are taken and answered (section <c>Burgernet:InboundSms</c>).</summary>
public sealed class InboundSmsOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:InboundSms";

    /// <summary>
    /// Within this time the same words from and to the same numbers are one message, where the SMS centre gives it no name. Default 10 minutes: an SMS
    /// centre whose message was not acknowledged offers it again within minutes, and who really sends the same twice has said nothing new.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan RepeatWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the rest of a long message may take after its first segment; then what has come is taken as it is, its gaps marked. Default 3 minutes: a tip is not kept waiting for a segment that never comes.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan AssembleWithin { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>How long ago an action may have contacted somebody for what they write to be about it. Default 30 days; what comes later waits in the inbox.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan TipsWithin { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Messages of one number within an hour that become tips by themselves; more wait in the inbox, so that a machine does not fill a dossier. Default 60.</summary>
    [Range(1, 10_000)]
    public int TipsPerHour { get; set; } = 60;

    /// <summary>Most replies to one number within an hour, but that it has left is always said. Default 5.</summary>
    [Range(0, 100)]
    public int RepliesPerHour { get; set; } = 5;

    /// <summary>The same where a message looks as if a machine wrote it. Default 1.</summary>
    [Range(0, 100)]
    public int AutomaticRepliesPerHour { get; set; } = 1;

    /// <summary>Whoever is not known gets one reply within this time, but for that they should call 112. Default a day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan StrangerSilence { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a reply is tried that nobody carries on; a later one would be about nothing any more. Default 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan ReplyWithin { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often a node looks for messages that wait, beside dealing with new ones at once: after a crash, for segments that never came, for replies that were not carried on. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan ScanInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a message is kept. Default 30 days; its words and number only as long as it waits in the inbox: what became a tip stands in the dossier.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan Kept { get; set; } = TimeSpan.FromDays(30);
}
