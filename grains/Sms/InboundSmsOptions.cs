using System.ComponentModel.DataAnnotations;

namespace Burgernet.Grains.Sms;

/// <summary>How text messages from people are taken (section <c>Burgernet:InboundSms</c>).</summary>
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
}
