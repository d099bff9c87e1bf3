using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Mail;
using Burgernet.Kinds;

namespace Burgernet.Grains.Actions;

/// <summary>An action as its events tell it. Never changes; what may happen when stands in <see cref="ActionLifeCycle"/>.</summary>
internal sealed partial class ActionState
{
    private readonly Dictionary<string, (string Type, string? Fingerprint)> _operations = new(StringComparer.Ordinal);
    private readonly List<ActionEvent> _events = [];
    private readonly List<(TipReceipt Receipt, TipData Data, string? OperationId)> _tips = [];
    private readonly Dictionary<Guid, DateTimeOffset> _acknowledged = [];
    private DraftedData? _draft;
    private Actor? _creator;
    private WaveCompletedData? _completed;
    private StartedData? _started;
    private QuietHours? _quietHours;
    private QuietHours? _kindsQuietHours;
    private ClosedData? _closed;

    private ActionState(Guid id) => Id = id;

    public Guid Id { get; }

    public bool Exists => _draft is not null;

    public long Sequence { get; private set; }

    public byte[] Head { get; private set; } = HashChain.Origin;

    public ActionStatus Status { get; private set; } = ActionStatus.Draft;

    public int Epoch { get; private set; }

    public int Lanes { get; private set; }

    /// <summary>The start, the expansions, and how it grows by itself.</summary>
    public WaveList Waves { get; } = new();

    public bool SelectionCompleted => Waves.SelectionCompleted;

    public bool WaveCompleted => _completed is not null;

    /// <summary>Whether deliveries may still lack a result.</summary>
    public bool Running => Status != ActionStatus.Draft && !WaveCompleted;

    /// <summary>The calls to dispatchers' own phones.</summary>
    public PreviewBook Previews { get; } = new();

    /// <summary>Whether it has something to do by itself, now or later.</summary>
    public bool Awake => Running || Waves.Plan is not null;

    /// <summary>What people told, in order; sealed.</summary>
    public IEnumerable<(TipReceipt Receipt, TipData Data)> Tips => _tips.Select(tip => (tip.Receipt, tip.Data));

    /// <summary>When whoever told a tip was thanked, or null.</summary>
    public DateTimeOffset? AcknowledgedAt(Guid tipId) => _acknowledged.TryGetValue(tipId, out var at) ? at : null;

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
        Policy is { } policy
            ? new LaneTerms(policy.RetryAfter ?? [], Deadline, LaneMessages, Draft.Reach)
            : LaneTerms.Once with
            {
                Further = LaneMessages,
                Reach = Draft.Reach,
            };

    /// <summary>From when on nobody is called any more: as long after the start, or the last expansion, as the kind says.</summary>
    public DateTimeOffset? Deadline => Policy?.Deadline is { } deadline && Waves.LastAt is { } last ? last + deadline : null;

    /// <summary>What was and is told.</summary>
    public ActionMessages Messages { get; } = new();

    /// <summary>The messages after the call, as lanes need to know them.</summary>
    public LaneMessage[] LaneMessages => Messages.ForLanes(Policy?.Deadline);

    /// <summary>Whether outcomes that are not delivered yet are given up; that was over when an article came.</summary>
    public bool ExpiresOutcomes => _closed?.ExpireOpenOutcomes == true && !TellsArticle;

    /// <summary>Whether what goes out is an article, which can wait.</summary>
    public bool TellsArticle => Messages.All.Count > 0 && Messages.Last.Kind == MessageKind.Article;

    /// <summary>Until when its calls are held back by quiet hours, or null. What overrode them at the start does not hold for the outcome: it can wait.</summary>
    public DateTimeOffset? QuietUntil(DateTimeOffset now) =>
        !WaveCompleted && Hours is { } quiet && quiet.Hold(now) ? quiet.EndAfter(now) : null;

    private QuietHours? Hours =>
        Status switch
        {
            ActionStatus.Active => _quietHours,
            ActionStatus.Outcome or ActionStatus.Closed => _kindsQuietHours,
            _ => null,
        };

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Since when it is paused, or null.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>The events after a sequence, in order.</summary>
    public IEnumerable<ActionEvent> EventsAfter(long sequence) => _events.Skip((int)Math.Clamp(sequence, 0, _events.Count));

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What came of it; null until it is closed.</summary>
    public ActionResult? Result => _closed?.Result;

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
                Messages.Add(happened, MessageKind.Call, _draft.Messages, epoch: 0, _draft.Texts, _draft.Reach, _draft.Mails);
                break;
            case ActionEventType.Started:
                _started = ActionEventData.Read<StartedData>(happened.Data);
                _kindsQuietHours = _started.Policy?.QuietHours is { } quiet ? QuietHours.Parse(quiet) : null;
                _quietHours = _started.QuietHoursOverride is null ? _kindsQuietHours : null;
                StartedAt = happened.At;
                Epoch = _started.Epoch;
                Lanes = _started.Lanes;
                Waves.Begin(WaveKind.Start, happened, Draft.Area.ToArea());
                break;
            case ActionEventType.SelectionCompleted:
                var selected = ActionEventData.Read<SelectionCompletedData>(happened.Data);
                Waves.Selected(selected.Wave ?? 1, selected.Selected);
                break;
            case ActionEventType.Expanded:
                var expanded = ActionEventData.Read<ExpandedData>(happened.Data);
                Waves.Begin(expanded.Ring == true ? WaveKind.Ring : WaveKind.Expansion, happened, expanded.Area.ToArea());
                _completed = null;
                break;
            case ActionEventType.ExpansionPlanned:
                Waves.Begin(ActionEventData.Read<ExpansionPlannedData>(happened.Data), happened.At);
                break;
            case ActionEventType.ExpansionPlanEnded:
                Waves.EndPlan();
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
            case ActionEventType.MessageAdded:
                var message = ActionEventData.Read<MessageAddedData>(happened.Data);
                Messages.Add(
                    happened,
                    message.Kind,
                    message.Messages,
                    Epoch,
                    message.Texts,
                    ReachOf(message.Media, message.SmsInstead),
                    message.Mails
                );
                _completed = null;
                break;
            case ActionEventType.Outcome:
                var outcome = ActionEventData.Read<OutcomeData>(happened.Data);
                Epoch = outcome.Epoch;
                PausedAt = null;
                Messages.Add(
                    happened,
                    MessageKind.Outcome,
                    outcome.Messages,
                    Epoch,
                    outcome.Texts,
                    ReachOf(outcome.Media, outcome.SmsInstead),
                    outcome.Mails
                );
                _completed = null;
                break;
            case ActionEventType.Article:
                var article = ActionEventData.Read<ArticleData>(happened.Data);
                Epoch = article.Epoch;
                Messages.Add(
                    happened,
                    MessageKind.Article,
                    [],
                    Epoch,
                    texts: null,
                    MessageReach.Of([Medium.Email], smsInstead: false),
                    article.Mails
                );
                _completed = null;
                break;
            case ActionEventType.Closed:
                _closed = ActionEventData.Read<ClosedData>(happened.Data);
                ClosedAt = happened.At;
                break;
            case ActionEventType.Archived:
                break;
            case ActionEventType.Tip:
                var tip = ActionEventData.Read<TipData>(happened.Data);
                _tips.Add((tip.ReceiptOf(happened), tip, happened.OperationId));
                break;
            case ActionEventType.TipAcknowledged:
                if (ActionEventData.Read<TipAcknowledgedData>(happened.Data) is { Result: MailOutcome.Accepted } thanked)
                {
                    _acknowledged[thanked.TipId] = happened.At;
                }

                break;
            case ActionEventType.SmsReceived:
            case ActionEventType.SmsReplied:
                break;
            case ActionEventType.WaveCompleted:
                _completed = ActionEventData.Read<WaveCompletedData>(happened.Data);
                break;
            case ActionEventType.CalledBack:
                _completed = _completed?.After(ActionEventData.Read<CalledBackData>(happened.Data));
                break;
            case ActionEventType.Amended:
                _completed = ActionEventData.Read<WaveCompletedData>(happened.Data);
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
        if (!ActionLifeCycle.Allows(Status, ActionEventType.Expanded))
        {
            Waves.EndPlan();
        }
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
    public ActionRow ToRow() => new(Id, ControlRoom, Draft.Kind, Draft.IncidentNumber, Draft.Practice, Status, Epoch, Awake, CreatedAt);

    /// <summary>The action as it stands.</summary>
    /// <param name="lanes">What its lanes told last.</param>
    /// <param name="now">The time.</param>
    public ActionSnapshot ToSnapshot(IReadOnlyCollection<LaneTotals> lanes, DateTimeOffset now) =>
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
            Media = Draft.Media ?? [Medium.Voice],
            SmsInstead = Draft.SmsInstead == true,
            IncidentPoint = Draft.IncidentPoint.ToPoint(),
            Languages = [.. Draft.Messages.Select(message => message.Language)],
            CreatedAt = CreatedAt,
            StartedAt = StartedAt,
            StoppedAt = StoppedAt,
            PausedAt = PausedAt,
            Progress = ToProgress(lanes),
            Sequence = Sequence,
            QuietUntil = QuietUntil(now),
            Waves = Waves.All,
            ExpansionPlan = Waves.Plan is var (plan, plannedAt)
                ? new PlannedExpansion(
                    plan.SpeedKmh,
                    plan.LargestRadiusMetres,
                    Waves.PlanRadius,
                    ExpandRing.NextAt(plan, plannedAt, Waves.PlanRadius)
                )
                : null,
            Messages = Messages.ToSummaries(_completed?.Messages ?? (_completed is { } whole ? [OfCall(whole)] : SumMessages(lanes))),
            ClosedAt = ClosedAt,
            Result = Result,
        };

    private MessageReach ReachOf(IReadOnlyList<Medium>? media, bool? smsInstead) =>
        MessageReach.Of(media ?? Draft.Media ?? [Medium.Voice], smsInstead ?? Draft.SmsInstead == true);
}
