using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Kinds;

namespace Burgernet.Grains.Actions;

/// <summary>An action as its events tell it. Never changes; what may happen when stands in <see cref="ActionLifeCycle"/>.</summary>
internal sealed class ActionState
{
    private readonly Dictionary<string, (string Type, string? Fingerprint)> _operations = new(StringComparer.Ordinal);
    private readonly List<ActionEvent> _events = [];
    private readonly List<(TipReceipt Receipt, TipData Data, string? OperationId)> _tips = [];
    private DraftedData? _draft;
    private Actor? _creator;
    private WaveCompletedData? _completed;
    private StartedData? _started;
    private QuietHours? _quietHours;

    private ActionState(Guid id) => Id = id;

    public Guid Id { get; }

    public bool Exists => _draft is not null;

    public long Sequence { get; private set; }

    public byte[] Head { get; private set; } = HashChain.Origin;

    public ActionStatus Status { get; private set; } = ActionStatus.Draft;

    public int Epoch { get; private set; }

    public int Lanes { get; private set; }

    public bool SelectionCompleted { get; private set; }

    public bool WaveCompleted => _completed is not null;

    /// <summary>Whether deliveries may still lack a result.</summary>
    public bool Running => Status != ActionStatus.Draft && !WaveCompleted;

    /// <summary>The calls to dispatchers' own phones.</summary>
    public PreviewBook Previews { get; } = new();

    /// <summary>What people told, in order; sealed.</summary>
    public IEnumerable<(TipReceipt Receipt, TipData Data)> Tips => _tips.Select(tip => (tip.Receipt, tip.Data));

    /// <summary>The receipt of the tip that was recorded under an idempotency key.</summary>
    public TipReceipt? TipOf(string operationId) => _tips.Find(tip => tip.OperationId == operationId).Receipt;

    public DraftedData Draft => _draft ?? throw new InvalidOperationException("There is no such action");

    public string ControlRoom => _creator?.ControlRoom ?? "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The policy that it was started under; null in a draft, and where it was started before there were any.</summary>
    public PolicyData? Policy => _started?.Policy;

    /// <summary>How much it presses.</summary>
    public Urgency Urgency => Policy?.Urgency ?? UrgencyPolicy.Of(Draft.Kind);

    /// <summary>How often its lanes try, and until when.</summary>
    public LaneTerms LaneTerms =>
        Policy is { } policy && StartedAt is { } startedAt
            ? new LaneTerms(policy.RetryAfter ?? [], policy.Deadline is { } deadline ? startedAt + deadline : null)
            : LaneTerms.Once;

    /// <summary>Until when its calls are held back by quiet hours, or null.</summary>
    public DateTimeOffset? QuietUntil(DateTimeOffset now) =>
        Status == ActionStatus.Active && !WaveCompleted && _quietHours is { } quiet && quiet.Hold(now) ? quiet.EndAfter(now) : null;

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Since when it is paused, or null.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>The events after a sequence, in order.</summary>
    public IEnumerable<ActionEvent> EventsAfter(long sequence) => _events.Skip((int)Math.Clamp(sequence, 0, _events.Count));

    /// <summary>The last entry of each lane's chain that an event holds on to.</summary>
    public Dictionary<int, long> ReadAnchors()
    {
        var anchors = new Dictionary<int, long>();
        foreach (var anchored in _events.Where(happened => happened.Type == ActionEventType.Anchored))
        {
            foreach (var lane in ActionEventData.Read<AnchoredData>(anchored.Data).Lanes)
            {
                anchors[lane.Lane] = lane.Sequence;
            }
        }

        return anchors;
    }

    /// <summary>The state after these events.</summary>
    public static ActionState From(Guid id, IEnumerable<ActionEvent> events)
    {
        var state = new ActionState(id);
        foreach (var happened in events)
        {
            state.Apply(happened);
        }

        return state;
    }

    /// <summary>The state after one more event.</summary>
    public ActionState With(ActionEvent next) => From(Id, _events.Append(next));

    /// <summary>Whether an act was done before under this key: the same (true), another (problem), or not at all (false).</summary>
    public (bool Repeated, ActionProblem? Problem) Check(Act act, string type) =>
        !_operations.TryGetValue(act.OperationId, out var done) ? (false, null)
        : done.Type == type && done.Fingerprint == act.Fingerprint ? (true, null)
        : (false, new ActionProblem(ActionProblemCode.OperationReused));

    private void Apply(ActionEvent happened)
    {
        _events.Add(happened);
        Sequence = happened.Sequence;
        Head = happened.Hash;
        if (happened.OperationId is not null)
        {
            _operations[happened.OperationId] = (happened.Type, happened.Fingerprint);
        }

        switch (happened.Type)
        {
            case ActionEventType.Drafted:
                _draft = ActionEventData.Read<DraftedData>(happened.Data);
                _creator = happened.Actor;
                CreatedAt = happened.At;
                break;
            case ActionEventType.Started:
                _started = ActionEventData.Read<StartedData>(happened.Data);
                _quietHours = _started is { Policy.QuietHours: { } quiet, QuietHoursOverride: null } ? QuietHours.Parse(quiet) : null;
                StartedAt = happened.At;
                Epoch = _started.Epoch;
                Lanes = _started.Lanes;
                break;
            case ActionEventType.SelectionCompleted:
                SelectionCompleted = true;
                break;
            case ActionEventType.Stopped:
                var stopped = ActionEventData.Read<StoppedData>(happened.Data);
                StoppedAt = stopped.AcceptedAt ?? happened.At;
                PausedAt = null;
                Epoch = stopped.Epoch;
                break;
            case ActionEventType.Paused:
                var paused = ActionEventData.Read<PausedData>(happened.Data);
                PausedAt = paused.AcceptedAt;
                Epoch = paused.Epoch;
                break;
            case ActionEventType.Resumed:
                PausedAt = null;
                Epoch = ActionEventData.Read<ResumedData>(happened.Data).Epoch;
                break;
            case ActionEventType.Preview:
                Previews.Order(happened);
                break;
            case ActionEventType.Previewed:
                Previews.End(happened);
                break;
            case ActionEventType.Tip:
                var tip = ActionEventData.Read<TipData>(happened.Data);
                var receipt = new TipReceipt(tip.TipId, happened.At, happened.Sequence, happened.Actor.Dispatcher);
                _tips.Add((receipt, tip, happened.OperationId));
                break;
            case ActionEventType.WaveCompleted:
                _completed = ActionEventData.Read<WaveCompletedData>(happened.Data);
                break;
            case ActionEventType.CalledBack:
                _completed = _completed?.After(ActionEventData.Read<CalledBackData>(happened.Data));
                break;
            case ActionEventType.CallBackEnded:
                break;
            case ActionEventType.Anchored:
                // Read when somebody asks: there is one every ten seconds.
                break;
            default:
                throw new InvalidOperationException($"Event {happened.Sequence} of action {Id} has the unknown type '{happened.Type}'");
        }

        Status = ActionLifeCycle.After(Status, happened.Type);
    }

    /// <summary>The event that would come next.</summary>
    public ActionEvent Next(string type, string data, Actor actor, Act? act, DateTimeOffset at) =>
        new(
            Sequence + 1,
            at,
            actor,
            type,
            data,
            act?.OperationId,
            act?.Fingerprint,
            Head,
            HashChain.Next(Head, Sequence + 1, at, type, actor.ControlRoom, actor.Dispatcher, data)
        );

    /// <summary>The row as it is now.</summary>
    public ActionRow ToRow() => new(Id, ControlRoom, Draft.Kind, Draft.IncidentNumber, Draft.Practice, Status, Epoch, Running, CreatedAt);

    public ActionSnapshot ToSnapshot(ActionProgress progress, DateTimeOffset now) =>
        new()
        {
            Id = Id,
            ControlRoom = ControlRoom,
            Kind = Draft.Kind,
            Description = Draft.Description,
            IncidentNumber = Draft.IncidentNumber,
            Practice = Draft.Practice,
            Status = Status,
            Area = Draft.Area.ToArea(),
            TargetGroups = Draft.TargetGroups ?? [],
            IncidentPoint = Draft.IncidentPoint.ToPoint(),
            Languages = [.. Draft.Messages.Select(message => message.Language)],
            CreatedAt = CreatedAt,
            StartedAt = StartedAt,
            StoppedAt = StoppedAt,
            PausedAt = PausedAt,
            Progress = progress,
            Sequence = Sequence,
            QuietUntil = QuietUntil(now),
        };

    /// <summary>The totals of all lanes as one progress; what the dossier says once the wave is complete.</summary>
    public ActionProgress ToProgress(IReadOnlyCollection<LaneTotals> lanes)
    {
        var results = _completed?.Results ?? Sum(lanes);
        return new ActionProgress
        {
            SelectionComplete = SelectionCompleted,
            Selected = _completed?.Selected ?? lanes.Sum(lane => lane.Selected),
            Waiting = WaveCompleted ? 0 : lanes.Sum(lane => lane.Waiting),
            UnderWay = WaveCompleted ? 0 : lanes.Sum(lane => lane.UnderWay),
            Done = results.Values.Sum(),
            Contacted = _completed?.Contacted ?? lanes.Sum(lane => lane.Contacted),
            Heard = results.GetValueOrDefault(DeliveryResult.Heard) + results.GetValueOrDefault(DeliveryResult.Confirmed),
            Results = results,
            Complete = WaveCompleted,
        };
    }

    private static Dictionary<DeliveryResult, int> Sum(IReadOnlyCollection<LaneTotals> lanes)
    {
        var results = new Dictionary<DeliveryResult, int>();
        foreach (var (result, count) in lanes.SelectMany(lane => lane.Results).OrderBy(result => result.Key))
        {
            results[result] = results.GetValueOrDefault(result) + count;
        }

        return results;
    }
}
