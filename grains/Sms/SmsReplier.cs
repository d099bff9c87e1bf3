using Burgernet.Actions;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Burgernet.Sms;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Sms;

/// <summary>Answers messages, at most once each: that a reply is about to be handed over is stored before, so a node that dies in between leaves it unknown.</summary>
internal sealed class SmsReplier(
    IInboundSmsStore store,
    ISmsReplyPort port,
    PhonePolicy phones,
    InboundSmsInstruments instruments,
    IGrainFactory grains,
    IOptions<InboundSmsOptions> options,
    TimeProvider time
)
{
    /// <summary>Answers a message, where it is to be answered, and records what became of it.</summary>
    /// <param name="message">The message, decided.</param>
    /// <param name="from">Who sent it.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="tipId">The tip that it became, or null.</param>
    /// <param name="isAutomatic">Whether it looks as if a machine wrote it.</param>
    /// <param name="recent">What the same sender sent before.</param>
    /// <returns>False where it is to be tried again later.</returns>
    public async Task<bool> Reply(
        StoredSms message,
        string from,
        SmsOutcome outcome,
        Guid? tipId,
        bool isAutomatic,
        IReadOnlyList<StoredSms> recent
    )
    {
        if (await End(message, from, outcome, isAutomatic, recent) is not var (kind, result))
        {
            return true;
        }

        if (result is not { } end)
        {
            return false;
        }

        if (message.Decision!.ActionId is { } action)
        {
            await grains.GetGrain<IActionGrain>(action).SmsReplied(new SmsReply(message.Id, tipId, kind, end));
        }

        return true;
    }

    /// <summary>What was replied and what became of it; no result where it is for later, and nothing at all where nothing is replied.</summary>
    private async Task<(SmsReplyKind Kind, SmsReplyResult? Result)?> End(
        StoredSms message,
        string from,
        SmsOutcome outcome,
        bool isAutomatic,
        IReadOnlyList<StoredSms> recent
    )
    {
        if (message.Reply is { } before)
        {
            // Handed over before a crash, or about to be.
            var known = message.ReplyResult ?? SmsReplyResult.Unknown;
            await store.EndReply(message.Id, known);
            return (before, known);
        }

        var now = HashChain.Now(time);
        if (
            !CanBeAnswered(message, from)
            || SmsReplyPolicy.Of(message.Decision!, outcome, isAutomatic, recent, now, options.Value) is not { } kind
        )
        {
            return null;
        }

        if (!await store.TakeReply(message.Id, kind, now))
        {
            // Another activation of this grain lives, and answers.
            return (kind, null);
        }

        var text = SmsTexts.Of(kind, message.Decision!.Language);
        var reply = new ShortMessage((PersonalText)from, (PersonalText)text, now);
        var result = ResultOf(await port.Reply(message.Carrier, message.To, message.Practice, reply, CancellationToken.None), message, now);
        await store.EndReply(message.Id, result);
        if (result is { } end)
        {
            instruments.Replied(kind, end);
        }

        return (kind, result);
    }

    private SmsReplyResult? ResultOf(MailOutcome? outcome, StoredSms message, DateTimeOffset now) =>
        outcome switch
        {
            MailOutcome.Accepted => SmsReplyResult.Accepted,
            MailOutcome.Lost => SmsReplyResult.Unknown,
            MailOutcome.NotNow when now - message.ReceivedAt < options.Value.ReplyWithin => null,
            _ => SmsReplyResult.NotSent,
        };

    /// <summary>Participants, and mobile numbers that might be participants': never a short code, which may cost what it likes, nor a number that only practice has to what is live.</summary>
    private bool CanBeAnswered(StoredSms message, string from) =>
        SenderNumber.Read(from) is { } phone
        && (
            phones.Check(phone, out var accepted) is null
                ? accepted.IsMobile && (message.Practice || !accepted.IsPractice)
                : message.Decision?.ParticipantId is not null && !accepted.IsPractice
        );
}
