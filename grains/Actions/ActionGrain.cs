using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Dialing;
using Burgernet.Grains.Cells;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Kinds;
using Burgernet.Grains.Participants;
using Burgernet.Kinds;
using Burgernet.Participants;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Actions;

/// <summary>Key: the action's id. Reading, progress, permission and stop may interleave with everything; events are appended one at a time.</summary>
/// <remarks>Its events are the dossier: an append is a compare-and-swap on the sequence, and whoever loses it deactivates.</remarks>
[GrainType("action")]
internal sealed partial class ActionGrain(
    IActionStore store,
    ILaneStore lanes,
    AreaSearch search,
    PersonalSeal seal,
    KindCatalogue kinds,
    IOptions<ActionOptions> options,
    IOptions<EstimateOptions> estimates,
    CarrierList carriers,
    TimeProvider time,
    ILogger<ActionGrain> logger
) : Grain, IActionGrain, IDisposable
{
    private const string SystemActor = "system";
    private static readonly TimeSpan Housekeeping = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _appending = new(1, 1);
    private ActionState _state = ActionState.From(Guid.Empty, []);
    private IReadOnlyList<SpokenMessage> _messages = [];
    private bool _stale;
    private bool _stopping;
    private Act? _stopToStore;

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

        var survey = await AreaSurvey.Of(draft.Area, draft.IncidentPoint, options.Value.MostCells, GrainFactory);
        if (survey.Problem is not null)
        {
            return new ActionReply(null, survey.Problem);
        }

        var chosen = CarrierChoice.Of(carriers, act.Actor.ControlRoom, draft.Practice);
        if (chosen.Problem is { } without)
        {
            return Refused(without);
        }

        var data = new DraftedData(
            draft.Kind,
            draft.Description,
            draft.IncidentNumber,
            chosen.Practice,
            chosen.Carrier,
            AreaData.Of(draft.Area),
            PointData.Of(draft.IncidentPoint),
            [.. draft.Messages.Select(MessageDataOf)]
        );
        var problem = await Append(ActionEventType.Drafted, data, act.Actor, act, draft.Messages);
        _messages = draft.Messages;
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

        KeepHouse();
        _ = Housekeep();
        return Accepted();
    }

    public async Task<ActionReply> Stop(Act act)
    {
        if (_state.Status != ActionStatus.Active)
        {
            await Refresh();
        }

        if (Unknown(act.Actor.ControlRoom) is { } unknown)
        {
            return unknown;
        }

        if (Repeated(act, ActionEventType.Stopped) is { } repeated)
        {
            return repeated;
        }

        if (_stopToStore is { } pending && pending.OperationId == act.OperationId && pending.Fingerprint == act.Fingerprint)
        {
            // Accepted before, and told to everyone; the store has not taken it yet.
            return Accepted(repeated: true);
        }

        if (!ActionLifeCycle.Allows(_state.Status, ActionEventType.Stopped) || _stopping)
        {
            return Refused(ActionProblemCode.NotInThisState);
        }

        // Told first, stored after: no new attempt may wait for a disk.
        _stopping = true;
        _stopToStore = act;
        try
        {
            await Task.WhenAll(Carriers.Select(carrier => carrier.StopAction(_state.Id, _state.Epoch, cut: false)));
        }
        catch (Exception exception)
        {
            // Whatever the reason: dialers that were not told lose their permission within 750 ms.
            LogHousekeepingFailed(logger, exception, _state.Id);
        }

        await StoreStop();
        KeepHouse();
        _ = Housekeep();
        return Accepted();
    }

    public Task<ActionReply> Get(string controlRoom) => Task.FromResult(Unknown(controlRoom) ?? Accepted());

    public Task<DossierPage> ReadDossier(string? after, int limit) => store.ReadDossier(_state.Id, after, limit);

    public Task<DeliveryPage> ReadDeliveries(string? after, int limit) => lanes.ReadDeliveries(_state.Id, after, limit);

    public async Task<SpokenMessage?> ReadMessage(Language language)
    {
        if (_messages.Count == 0)
        {
            _messages = await store.ReadMessages(_state.Id);
        }

        return _messages.FirstOrDefault(message => message.Language == language)
            ?? _messages.FirstOrDefault(message => message.Language == Language.Dutch)
            ?? (_messages.Count > 0 ? _messages[0] : null);
    }

    public ValueTask<StartPermission> MayStart() =>
        ValueTask.FromResult(
            new StartPermission(
                _state.Status == ActionStatus.Active && !_stopping && _state.QuietUntil(time.GetUtcNow()) is null,
                _state.Epoch
            )
        );

    public async ValueTask<int> Report(LaneTotals totals)
    {
        await TakeIn(totals);
        return _ceiling;
    }

    public Task Resume()
    {
        if (_state.Running)
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

    private static MessageData MessageDataOf(SpokenMessage message) =>
        new(
            message.Language,
            message.DurationMilliseconds,
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(message.Wave))
        );

    private Task<AreaSurvey> Survey() =>
        AreaSurvey.Of(_state.Draft.Area.ToArea(), _state.Draft.IncidentPoint.ToPoint(), options.Value.MostCells, GrainFactory);

    /// <summary>Counts exactly only where the cells hold more than may be called without a confirmation: they hold at least as many as the area.</summary>
    private async Task<ActionProblem?> TooManyPeople(KindPolicy policy, StartTerms terms, AreaSurvey survey, DateTimeOffset now) =>
        StartPolicy.OfPeople(policy, terms, survey.Residents) is null
            ? null
            : StartPolicy.OfPeople(policy, terms, (await CountPeople(now)).Values.Sum());

    private ActionReply Accepted(bool repeated = false) =>
        new(_state.ToSnapshot(_state.ToProgress(_totals.Values), time.GetUtcNow()), null, repeated);

    private ActionReply Refused(ActionProblemCode code) => new(null, new ActionProblem(code, _state.Status));

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
        _stale = false;
        if (_state.Running)
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

    /// <summary>Stores an event and applies it. A lost compare-and-swap means that another activation lives: this one goes.</summary>
    private async Task<ActionProblem?> Append<T>(
        string type,
        T data,
        Actor actor,
        Act? act = null,
        IReadOnlyList<SpokenMessage>? messages = null,
        TipKey? tipKey = null
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

            var next = _state.Next(type, ActionEventData.Write(data), actor, act, HashChain.Now(time));
            var after = _state.With(next);
            if (await store.Append(after.ToRow(), next, messages ?? [], tipKey))
            {
                _state = after;
                LogHappened(logger, _state.Id, type, next.Sequence);
                return null;
            }

            _stale = true;
            if (_stopToStore is null)
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

    private async Task StoreStop()
    {
        if (_stopToStore is { } act)
        {
            var data = new StoppedData(_state.Epoch + 1, act.Reason);
            if (await Append(ActionEventType.Stopped, data, act.Actor, act) is null)
            {
                _stopToStore = null;
            }
        }
    }
}
