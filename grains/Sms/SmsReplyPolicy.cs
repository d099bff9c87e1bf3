using Burgernet.Sms;

namespace Burgernet.Grains.Sms;

/// <summary>What is replied to a message, and whether anything is. Pure.</summary>
internal static class SmsReplyPolicy
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The reply, or null for none.</summary>
    /// <param name="decision">What the message means, and who sent it.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="isAutomatic">Whether it looks as if a machine wrote it.</param>
    /// <param name="recent">What the same sender sent before, with what was replied.</param>
    /// <param name="now">The time.</param>
    /// <param name="options">How much is replied.</param>
    public static SmsReplyKind? Of(
        SmsDecision decision,
        SmsOutcome outcome,
        bool isAutomatic,
        IReadOnlyList<StoredSms> recent,
        DateTimeOffset now,
        InboundSmsOptions options
    )
    {
        var isKnown = decision.ParticipantId is not null;
        SmsReplyKind? kind = decision.Meaning switch
        {
            SmsMeaning.Empty => null,
            SmsMeaning.Help => SmsReplyKind.Emergency,
            SmsMeaning.Stop => outcome == SmsOutcome.Left ? SmsReplyKind.Left : SmsReplyKind.NotRegistered,
            SmsMeaning.Info => SmsReplyKind.Info,
            _ => isKnown ? SmsReplyKind.Thanks : SmsReplyKind.Received,
        };

        // Who leaves is told so: it happens once, for next time they are not known.
        if (kind is null or SmsReplyKind.Left)
        {
            return kind;
        }

        var most = isAutomatic ? Math.Min(options.AutomaticRepliesPerHour, options.RepliesPerHour) : options.RepliesPerHour;
        return RepliesSince(recent, now - Hour) >= most ? null
            : isKnown || kind == SmsReplyKind.Emergency || RepliesSince(recent, now - options.StrangerSilence) == 0 ? kind
            : null;
    }

    private static int RepliesSince(IReadOnlyList<StoredSms> recent, DateTimeOffset since) =>
        recent.Count(message => message.RepliedAt > since && message.ReplyResult != SmsReplyResult.NotSent);
}
