using System.Security.Cryptography;
using System.Text;
using Burgernet.Actions;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Microsoft.Extensions.Logging;

namespace Burgernet.Grains.Actions;

/// <summary>An SMS to a dispatcher's own phone, to read what people will read: of an action that calls nobody.</summary>
internal sealed partial class ActionGrain
{
    private async Task<PreviewReply> PreviewText(Act sealedAct, AcceptedPhone number, Language language, DateTimeOffset now)
    {
        if (MessageTexts.In(_state.Messages.All[0].Texts, language) is not { } text)
        {
            return new PreviewReply(null, new ActionProblem(ActionProblemCode.TextMissing));
        }

        if (!number.IsMobile || (number.IsPractice && !_state.Draft.Practice))
        {
            return new PreviewReply(null, new ActionProblem(ActionProblemCode.PhoneNotCallable));
        }

        if (CarriersOf(Medium.Sms) is not [var carrier, ..])
        {
            return new PreviewReply(null, new ActionProblem(ActionProblemCode.NoCarrierForMedium));
        }

        var data = new PreviewData(
            Guid.NewGuid(),
            PreviewPolicy.Mask(number.E164),
            text.Language,
            MessageMilliseconds: 0,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Text))),
            carrier.Name,
            now + PreviewPolicy.Longest(carrier),
            Medium.Sms
        );
        if (await Append(ActionEventType.Preview, data, sealedAct.Actor, sealedAct) is { } problem)
        {
            return new PreviewReply(null, problem);
        }

        _ = SendPreview(data.PreviewId, new ShortMessage((PersonalText)number.E164, (PersonalText)text.Text, now));
        return new PreviewReply(Shown(data.PreviewId));
    }

    /// <summary>Sends it, once at most: that it was ordered is stored, and a node that dies now leaves its result unknown.</summary>
    private async Task SendPreview(Guid previewId, ShortMessage message)
    {
        try
        {
            var outcome = await sms.Send(_state.ControlRoom, _state.Draft.Practice, message, CancellationToken.None);
            await Append(
                ActionEventType.Previewed,
                new PreviewedData(previewId, PreviewPolicy.ResultOf(outcome), SipStatus: 0, PlayedMilliseconds: 0),
                new Actor(_state.ControlRoom, SystemActor)
            );
        }
        catch (Exception exception)
        {
            // Whatever the reason: its time runs out, and nobody waits for it any longer.
            LogPreviewNotSent(logger, exception, _state.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What became of a preview by SMS of action {ActionId} is not known")]
    private static partial void LogPreviewNotSent(ILogger logger, Exception exception, Guid actionId);
}
