using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Dialing;
using Burgernet.Grains.Cells;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Dossier;
using Burgernet.Grains.Kinds;
using Burgernet.Grains.Live;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Sms;
using Burgernet.Kinds;
using Burgernet.Participants;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Actions;

/// <summary>Key: the action's id. Reading, progress, permission, stop and pause may interleave with everything; events are appended one at a time.</summary>
/// <remarks>Its events are the dossier: an append is a compare-and-swap on the sequence, and whoever loses it deactivates.</remarks>
[GrainType("action")]
internal sealed partial class ActionGrain(
    IActionStore store,
    ILaneStore lanes,
    AreaSearch search,
    PersonalSeal seal,
    Lazy<DossierKeys> dossierKeys,
    PhonePolicy phones,
    ISmsReplyPort sms,
    KindCatalogue kinds,
    IOptions<ActionOptions> options,
    IOptions<EstimateOptions> estimates,
    CarrierList carriers,
    ActionHerald herald,
    ActionInstruments instruments,
    TimeProvider time,
    ILogger<ActionGrain> logger
) : Grain, IActionGrain, IDisposable
{
    private const string SystemActor = "system";
    private static readonly TimeSpan Housekeeping = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _appending = new(1, 1);
    private ActionState _state = ActionState.From(Guid.Empty, []);
    private readonly Dictionary<int, IReadOnlyList<SpokenMessage>> _messages = [];
    private bool _stale;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Read();
        _selectingBand = _state.SelectionCompleted ? int.MaxValue : -1;
    }

    public async Task<ActionReply> Create(Act act, ActionDraft draft)
    {
        if (await Refresh() is { } unread)
        {
            return new ActionReply(null, unread);
        }

        if (_state.Exists)
        {
            return Repeated(act, ActionEventType.Drafted) ?? Refused(ActionProblemCode.OperationReused);
        }

        if (StartPolicy.OfArea(kinds.Of(draft.Kind), SphereArea.Of(draft.Area)) is { } tooLarge)
        {
            return new ActionReply(null, tooLarge);
        }

        if (MediaPolicy.Of(kinds.Of(draft.Kind), draft.Media) is not { } media)
        {
            return Refused(ActionProblemCode.MediumNotForKind);
        }

        if (draft.SmsInstead && (!media.Contains(Medium.Voice) || !kinds.Of(draft.Kind).Media.Contains(Medium.Sms)))
        {
            return Refused(media.Contains(Medium.Voice) ? ActionProblemCode.MediumNotForKind : ActionProblemCode.NothingToStandInFor);
        }

        var reach = MessageReach.Of(media, draft.SmsInstead);
        var survey = await AreaSurvey.Of(draft.Area, draft.IncidentPoint, options.Value.MostCells, GrainFactory);
        if ((survey.Problem ?? await NobodyLeft(draft, reach)) is { } unusable)
        {
            return new ActionReply(null, unusable);
        }

        var chosen = CarrierChoice.Of(carriers, act.Actor.ControlRoom, draft.Practice);
        if (chosen.Problem is { } without)
        {
            return Refused(without);
        }

        var content = new MessageContent(draft.Messages, draft.Written, draft.Mails);
        var texts = TextsOf(reach, content, MessageKind.Call, draft.Kind, chosen);
        var mails = MailsOf(reach, content, MessageKind.Call, draft.Kind, chosen);
        if (CannotGo(reach, draft.Messages, texts, mails, chosen.Practice, act.Actor.ControlRoom) is { } cannot)
        {
            return new ActionReply(null, cannot);
        }

        var data = new DraftedData(
            draft.Kind,
            draft.Description,
            draft.IncidentNumber,
            chosen.Practice,
            chosen.Carrier,
            AreaData.Of(draft.Area),
            PointData.Of(draft.IncidentPoint),
            [.. draft.Messages.Select(MessageData.Of)],
            media,
            draft.TargetGroups.Count == 0 ? null : draft.TargetGroups,
            texts.Count == 0 ? null : texts,
            draft.SmsInstead ? true : null,
            mails.Count == 0 ? null : mails
        );
        var problem = await Append(ActionEventType.Drafted, data, act.Actor, act, draft.Messages);
        _messages[1] = draft.Messages;
        return problem is null ? Accepted() : new ActionReply(null, problem);
    }

    public async Task<ActionReply> Start(Act act, StartTerms? terms = null)
    {
        if (await Refresh() is { } unread)
        {
            return new ActionReply(null, unread);
        }

        if (Unknown(act.Actor.ControlRoom) is { } unknown)
        {
            return unknown;
        }

        if (Repeated(act, ActionEventType.Started) is { } repeated)
        {
            return repeated;
        }

        if (!ActionLifeCycle.Allows(_state.Status, ActionEventType.Started))
        {
            return Refused(ActionProblemCode.NotInThisState);
        }

        terms ??= new StartTerms();
        var now = time.GetUtcNow();
        var policy = kinds.Of(_state.Draft.Kind);
        var survey = await Survey();
        if ((survey.Problem ?? StartPolicy.OfHour(policy, terms, now) ?? await TooManyPeople(policy, terms, survey, now)) is { } refusal)
        {
            return new ActionReply(null, refusal);
        }

        var data = new StartedData(
            1,
            LanePolicy.CountFor(survey.Residents),
            survey.Cells,
            survey.Populated,
            survey.Residents,
            act.Reason,
            terms.ConfirmedPeople,
            policy.QuietHours?.Hold(now) == true ? terms.QuietHoursOverride : null,
            PolicyData.Of(policy)
        );
        if (await Append(ActionEventType.Started, data, act.Actor, act) is { } problem)
        {
            return new ActionReply(null, problem);
        }

        _ringsSince = _state.StartedAt;
        KeepHouse();
        _ = Housekeep();
        return Accepted();
    }

    public Task<ActionReply> Get(string controlRoom) => Task.FromResult(Unknown(controlRoom) ?? Accepted());

    public Task<DossierPage> ReadDossier(string? after, int limit) => store.ReadDossier(_state.Id, after, limit);

    public Task<DeliveryPage> ReadDeliveries(string? after, int limit) => lanes.ReadDeliveries(_state.Id, after, limit);

    public async Task<SpokenMessage?> ReadMessage(Language language, int message = 1)
    {
        if (!_messages.TryGetValue(message, out var spoken))
        {
            spoken = await store.ReadMessages(_state.Id, message);
            if (spoken.Count > 0)
            {
                _messages[message] = spoken;
            }
        }

        return spoken.FirstOrDefault(said => said.Language == language)
            ?? spoken.FirstOrDefault(said => said.Language == Language.Dutch)
            ?? (spoken.Count > 0 ? spoken[0] : null);
    }

    public ValueTask<StartPermission> MayStart() =>
        ValueTask.FromResult(new StartPermission(Calls && _state.QuietUntil(time.GetUtcNow()) is null, _state.Epoch));

    public async ValueTask<int> Report(LaneTotals totals)
    {
        await TakeIn(totals);
        if (!_state.Running)
        {
            _ = Amend();
        }

        return _ceiling;
    }

    public Task Wake()
    {
        if (_state.Awake)
        {
            KeepHouse();
            _ = Housekeep();
        }
        else
        {
            DeactivateOnIdle();
        }

        return Task.CompletedTask;
    }

    public void Dispose() => _appending.Dispose();

    private Task<AreaSurvey> Survey() =>
        AreaSurvey.Of(_state.Draft.Area.ToArea(), _state.Draft.IncidentPoint.ToPoint(), options.Value.MostCells, GrainFactory);

    /// <summary>Counts exactly only where the cells hold more than may be called without a confirmation: they hold at least as many as the area.</summary>
    private async Task<ActionProblem?> TooManyPeople(KindPolicy policy, StartTerms terms, AreaSurvey survey, DateTimeOffset now) =>
        StartPolicy.OfPeople(policy, terms, survey.Residents) is null
            ? null
            : StartPolicy.OfPeople(policy, terms, (await CountPeople(_state.Draft.Area.ToArea(), now)).People);

    private ActionReply Accepted(bool repeated = false) =>
        new(_halts.ShowIn(_state.ToSnapshot(_totals.Values, time.GetUtcNow())), null, repeated);

    private ActionReply Refused(ActionProblemCode code) => new(null, new ActionProblem(code, Status));

    private ActionReply? Unknown(string controlRoom) =>
        _state.Exists && _state.ControlRoom == controlRoom
            ? null
            : new ActionReply(null, new ActionProblem(ActionProblemCode.UnknownAction));

    private ActionReply? Repeated(Act act, string type)
    {
        var (repeated, problem) = _state.Check(act, type);
        return repeated ? Accepted(repeated: true)
            : problem is not null ? new ActionReply(null, problem)
            : null;
    }

    private async Task Read()
    {
        _state = ActionState.From(this.GetPrimaryKey(), await store.ReadEvents(this.GetPrimaryKey()));
        _anchored = null;
        _stale = false;
        if (_state.Awake)
        {
            KeepHouse();
        }
    }

    /// <summary>After a write whose fate is not known: looks what is stored, so that nothing is decided on a state that has passed.</summary>
    private async Task<ActionProblem?> Refresh()
    {
        if (!_stale)
        {
            return null;
        }

        await _appending.WaitAsync();
        try
        {
            if (_stale)
            {
                await Read();
            }

            return null;
        }
        catch (StoreUnavailableException exception)
        {
            LogNotRead(logger, exception, this.GetPrimaryKey());
            return new ActionProblem(ActionProblemCode.StoreUnavailable);
        }
        finally
        {
            _appending.Release();
        }
    }

    private Task<ActionProblem?> Append<T>(
        string type,
        T data,
        Actor actor,
        Act? act = null,
        IReadOnlyList<SpokenMessage>? messages = null,
        TipKey? tipKey = null,
        int message = 1,
        Func<ActionState, bool>? still = null
    ) => Append(type, _ => ActionEventData.Write(data), actor, act, messages, tipKey, message, still);

    /// <summary>Stores an event and applies it. A lost compare-and-swap means that another activation lives: this one goes.</summary>
    private async Task<ActionProblem?> Append(
        string type,
        Func<ActionState, string> data,
        Actor actor,
        Act? act = null,
        IReadOnlyList<SpokenMessage>? messages = null,
        TipKey? tipKey = null,
        int message = 1,
        Func<ActionState, bool>? still = null
    )
    {
        await _appending.WaitAsync();
        try
        {
            if (_stale)
            {
                await Read();
            }

            if (act is not null && _state.Check(act, type).Repeated)
            {
                // The write whose reply was lost had happened, or the housekeeping was faster.
                return null;
            }

            if (still?.Invoke(_state) == false || (act is not null && _state.Exists && !ActionLifeCycle.Allows(_state.Status, type)))
            {
                // Something else was stored since it was decided.
                return new ActionProblem(ActionProblemCode.NotInThisState, _state.Status);
            }

            var next = _state.Next(type, data(_state), actor, act, HashChain.Now(time));
            next = next with { Signature = dossierKeys.Value.Sign(_state.Id, next) };
            var after = _state.With(next);
            if (await store.Append(after.ToRow(), next, messages ?? [], tipKey, message))
            {
                _state = after;
                LogHappened(logger, _state.Id, type, next.Sequence);
                Recorded();
                return null;
            }

            _stale = true;
            if (!_halts.Any)
            {
                DeactivateOnIdle();
            }
        }
        catch (StoreUnavailableException exception)
        {
            // Whether it was stored is not known: the next append reads first.
            _stale = true;
            LogNotStored(logger, exception, _state.Id, type);
        }
        finally
        {
            _appending.Release();
        }

        return new ActionProblem(ActionProblemCode.StoreUnavailable);
    }
}
