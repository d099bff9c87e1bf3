using System.Text;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using Microsoft.Extensions.Logging;

namespace Burgernet.Grains.Actions;

/// <summary>Calls to a dispatcher's own phone, to hear what people will hear, or an SMS to it where nobody is called. That one is ordered is stored first, what became of it afterwards; the number is in memory only.</summary>
internal sealed partial class ActionGrain
{
    private readonly Dictionary<Guid, CallReport> _previewNews = [];

    public async Task<PreviewReply> Preview(Act act, PersonalText phone, Language language)
    {
        if (await Refresh() is { } unread)
        {
            return new PreviewReply(null, unread);
        }

        if (Unknown(act.Actor.ControlRoom) is { } unknown)
        {
            return new PreviewReply(null, unknown.Problem);
        }

        // As with tips: whoever tries all numbers must not find this one in the fingerprint.
        var sealedAct = act with
        {
            Fingerprint = Convert.ToHexStringLower(seal.Fingerprint(Encoding.UTF8.GetBytes(act.Fingerprint)).ToBytes()),
        };
        var now = time.GetUtcNow();
        var (repeated, reused) = _state.Check(sealedAct, ActionEventType.Preview);
        if (repeated && _state.Previews.Of(act.OperationId) is { } known)
        {
            return new PreviewReply(Shown(known), Repeated: true);
        }

        if (reused is not null || Refusal(now) is not null)
        {
            return new PreviewReply(null, reused ?? Refusal(now));
        }

        if (phones.Check(phone.Value, out var number) is not null)
        {
            return new PreviewReply(null, new ActionProblem(ActionProblemCode.PhoneNotCallable));
        }

        if (!_state.Messages.All[0].Goes(Medium.Voice))
        {
            return await PreviewText(sealedAct, number, language, now);
        }

        if (UsableCarriers is not [var carrier, ..])
        {
            return new PreviewReply(null, new ActionProblem(ActionProblemCode.NoCarrier));
        }

        if (await ReadMessage(language) is not { } message)
        {
            return new PreviewReply(null, new ActionProblem(ActionProblemCode.StoreUnavailable));
        }

        var spoken = MessageData.Of(message);
        var data = new PreviewData(
            Guid.NewGuid(),
            PreviewPolicy.Mask(number.E164),
            spoken.Language,
            spoken.DurationMilliseconds,
            spoken.Sha256,
            carrier.Name,
            now + PreviewPolicy.Longest(carrier)
        );
        if (await Append(ActionEventType.Preview, data, act.Actor, sealedAct) is { } problem)
        {
            return new PreviewReply(null, problem);
        }

        await Order(carrier, data, number.E164);
        return new PreviewReply(Shown(data.PreviewId));
    }

    public Task<PreviewReply> ReadPreview(string controlRoom, Guid previewId) =>
        Task.FromResult(
            Unknown(controlRoom) is { } unknown ? new PreviewReply(null, unknown.Problem)
            : Shown(previewId) is { } preview ? new PreviewReply(preview)
            : new PreviewReply(null, new ActionProblem(ActionProblemCode.UnknownPreview))
        );

    public async Task ReportPreview(PreviewReport report)
    {
        if (await Refresh() is not null)
        {
            throw new StoreUnavailableException("The preview's action cannot be read");
        }

        if (_state.Previews.IsOver(report.PreviewId))
        {
            return;
        }

        if (report.Call is { EndedAt: null } call)
        {
            _previewNews[report.PreviewId] = call;
            return;
        }

        var data = PreviewPolicy.EventOf(report);
        if (await Append(ActionEventType.Previewed, data, new Actor(_state.ControlRoom, SystemActor)) is not null)
        {
            throw new StoreUnavailableException("The preview's result is not stored");
        }

        _previewNews.Remove(report.PreviewId);
    }

    private ActionProblem? Refusal(DateTimeOffset now) =>
        !ActionLifeCycle.Allows(_state.Status, ActionEventType.Preview) ? new ActionProblem(ActionProblemCode.NotInThisState, _state.Status)
        : _state.Previews.UnderWay(now) ? new ActionProblem(ActionProblemCode.PreviewUnderWay)
        : null;

    private Preview? Shown(Guid previewId) => _state.Previews.Read(previewId, time.GetUtcNow(), _previewNews.GetValueOrDefault(previewId));

    /// <summary>Hands it to a dialer of the carrier; where there is none, that is its result.</summary>
    private async Task Order(CarrierOptions carrier, PreviewData data, string number)
    {
        var order = new PreviewOrder
        {
            PreviewId = data.PreviewId,
            ActionId = _state.Id,
            Number = (PersonalText)number,
            Language = data.Language,
            Practice = _state.Draft.Practice,
            Wait = PreviewPolicy.LineWait,
        };
        try
        {
            if (await GrainFactory.GetGrain<ICarrierGrain>(carrier.Name).Preview(order))
            {
                return;
            }
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            // It may have been handed over: then its result comes; if not, its time runs out.
            LogPreviewNotOrdered(logger, exception, _state.Id);
            return;
        }

        // Where this cannot be stored, its time runs out.
        await Append(
            ActionEventType.Previewed,
            PreviewPolicy.EventOf(new PreviewReport(data.PreviewId, null)),
            new Actor(_state.ControlRoom, SystemActor)
        );
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A preview of action {ActionId} may not have reached a dialer")]
    private static partial void LogPreviewNotOrdered(ILogger logger, Exception exception, Guid actionId);
}
