using Burgernet.Actions;
using Burgernet.CallBacks;
using Burgernet.Dialing;
using Burgernet.Participants;
using Burgernet.Sms;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>
/// An action that calls nobody. Key: the action's id. What it does wrong, the description says:
/// <c>refuse:Code</c> refuses the draft, <c>refuse-start:Code</c> the start, <c>throw:timeout</c> and <c>throw:bug</c> fail.
/// </summary>
internal sealed partial class FakeActionGrain : Grain, IActionGrain
{
    public static readonly DateTimeOffset Moment = new(2026, 3, 29, 3, 30, 0, 123, TimeSpan.FromHours(2));
    private readonly Dictionary<string, string> _operations = new(StringComparer.Ordinal);
    private ActionSnapshot? _action;
    private Tip? _tip;

    private TipReceipt Receipt => new(this.GetPrimaryKey(), Moment, 4, "anna");

    public async Task<ActionReply> Create(Act act, ActionDraft draft)
    {
        if (Told("refuse:", draft.Description) is { } code)
        {
            return Refuse(Enum.Parse<ActionProblemCode>(code));
        }

        switch (Told("throw:", draft.Description))
        {
            case "timeout":
                throw new TimeoutException("The fake took too long");
            case "bug":
                throw new InvalidOperationException("The fake has a bug");
        }

        return await Once(
            act,
            () =>
                new ActionSnapshot
                {
                    Id = this.GetPrimaryKey(),
                    ControlRoom = act.Actor.ControlRoom,
                    Kind = draft.Kind,
                    Description = draft.Description,
                    IncidentNumber = draft.IncidentNumber,
                    Practice = true,
                    Status = ActionStatus.Draft,
                    Area = draft.Area,
                    TargetGroups = draft.TargetGroups,
                    IncidentPoint = draft.IncidentPoint,
                    Languages = [.. draft.Messages.Select(message => message.Language)],
                    CreatedAt = Moment,
                    Progress = new ActionProgress(),
                    Sequence = 1,
                    Messages = draft.Mails.Count == 0 ? [] : [Told(1, MessageKind.Call, act, draft.Messages) with { Mails = draft.Mails }],
                }
        );
    }

    public Task<ActionReply> Start(Act act, StartTerms? terms = null)
    {
        if (_action is null)
        {
            return Task.FromResult(Refuse(ActionProblemCode.UnknownAction));
        }

        if (Told("refuse-start:", _action.Description) is { } code && terms is not { ConfirmedPeople: 2_500, QuietHoursOverride: "Nodig" })
        {
            return Task.FromResult(Refuse(Enum.Parse<ActionProblemCode>(code)));
        }

        return Once(
            act,
            () =>
                _action.Status != ActionStatus.Draft
                    ? null
                    : _action with
                    {
                        Status = ActionStatus.Active,
                        StartedAt = Moment.AddTicks(5),
                        Progress = new ActionProgress
                        {
                            Selected = 5,
                            Waiting = 1,
                            UnderWay = 1,
                            Done = 3,
                            Contacted = 2,
                            Heard = 1,
                            Results = new Dictionary<DeliveryResult, int>
                            {
                                [DeliveryResult.Heard] = 1,
                                [DeliveryResult.NoAnswer] = 2,
                                [DeliveryResult.Busy] = 0,
                                [DeliveryResult.None] = 2,
                            },
                            SelectionComplete = true,
                        },
                        Sequence = 2,
                    }
        );
    }

    public Task<ActionReply> Pause(Act act, CallsUnderWay calls = CallsUnderWay.Finish) =>
        Once(
            act,
            () =>
                _action?.Status != ActionStatus.Active
                    ? null
                    : _action with
                    {
                        Status = ActionStatus.Paused,
                        PausedAt = Moment.AddSeconds(2),
                        Description = $"{calls}: {act.Reason}",
                        Recorded = calls == CallsUnderWay.Finish,
                    }
        );

    public Task<ActionReply> Resume(Act act) =>
        Once(
            act,
            () =>
                _action?.Status != ActionStatus.Paused
                    ? null
                    : _action with
                    {
                        Status = ActionStatus.Active,
                        PausedAt = null,
                        Description = act.Reason ?? "",
                    }
        );

    public Task<ActionReply> Stop(Act act, CallsUnderWay calls = CallsUnderWay.Finish)
    {
        if (_action is null)
        {
            return Task.FromResult(Refuse(ActionProblemCode.UnknownAction));
        }

        // The reason is shown back, so that a test sees that it arrived.
        return Once(
            act,
            () =>
                _action.Status is not (ActionStatus.Active or ActionStatus.Paused)
                    ? null
                    : _action with
                    {
                        Status = ActionStatus.Stopped,
                        StoppedAt = Moment.AddSeconds(1),
                        Description = act.Reason ?? _action.Description,
                        Sequence = 3,
                    }
        );
    }

    public Task<TipReply> AddTip(Act act, Tip tip)
    {
        if (_action is null)
        {
            return Task.FromResult(new TipReply(null, new ActionProblem(ActionProblemCode.UnknownAction)));
        }

        if (tip.Phone?.Value == "1")
        {
            return Task.FromResult(new TipReply(null, new ActionProblem(ActionProblemCode.PhoneInvalid)));
        }

        var repeated = _tip is not null && !_operations.TryAdd(act.OperationId, act.Fingerprint);
        _operations[act.OperationId] = act.Fingerprint;
        _tip ??= tip;
        return Task.FromResult(new TipReply(Receipt, Repeated: repeated));
    }

    public Task<bool> TakeSms(ParticipantSms sms) => Task.FromResult(true);

    public Task<bool> SmsReplied(SmsReply reply) => Task.FromResult(true);

    public Task<TipsReply> ReadTips(string controlRoom) =>
        Task.FromResult(
            _action is null
                ? new TipsReply([], new ActionProblem(ActionProblemCode.UnknownAction))
                : new TipsReply([new ReadTip(Receipt, _tip?.Text, _tip?.Phone), new ReadTip(Receipt, null, null)])
        );

    public Task<ActionReply> Get(string controlRoom) =>
        Task.FromResult(
            _action?.ControlRoom.Equals(controlRoom, StringComparison.Ordinal) == true
                ? new ActionReply(_action)
                : Refuse(ActionProblemCode.UnknownAction)
        );

    public Task<EstimateReply> Estimate(string controlRoom) =>
        Task.FromResult(
            _action?.ControlRoom.Equals(controlRoom, StringComparison.Ordinal) == true
                ? new EstimateReply(
                    new ActionEstimate
                    {
                        At = Moment,
                        People = 2_500,
                        VoiceDeliveries = 2_400,
                        Duration = TimeSpan.FromSeconds(754),
                        Cost = 12.34m,
                        Lines = 60,
                        CallsPerSecond = 50,
                        WaitingElsewhere = 7,
                        Measured = false,
                        ConfirmAbove = 2_000,
                    }
                )
                : new EstimateReply(null, new ActionProblem(ActionProblemCode.UnknownAction))
        );

    public ValueTask Rang(DateTimeOffset at) => throw new NotSupportedException();

    public ValueTask<int> Backlog() => throw new NotSupportedException();

    public Task<DossierPage> ReadDossier(string? after, int limit)
    {
        var (rows, next) = FakePages.Of(7, after, limit);
        return Task.FromResult(
            new DossierPage(
                [
                    .. rows.Select(row => new DossierEntry
                    {
                        Lane = row == 0 ? null : row % 2,
                        Sequence = row + 1,
                        At = Moment.AddSeconds(row),
                        Type = row == 0 ? "drafted" : "claimed",
                        ControlRoom = row == 0 ? _action?.ControlRoom : null,
                        Dispatcher = row == 0 ? "anna" : null,
                        Data = """{"b":1.50, "a":"\u00e9"}""",
                        PreviousHash = new string('0', 64),
                        Hash = new string('f', 64),
                    }),
                ],
                next
            )
        );
    }

    public Task<FollowReply> Follow(string controlRoom, long after, int limit)
    {
        if (_action?.ControlRoom.Equals(controlRoom, StringComparison.Ordinal) != true)
        {
            return Task.FromResult(new FollowReply(null, [], new ActionProblem(ActionProblemCode.UnknownAction)));
        }

        var pulse = new ActionPulse
        {
            Id = _action.Id,
            ControlRoom = controlRoom,
            At = Moment,
            Status = _action.Status,
            Sequence = _action.Sequence,
            Progress = _action.Progress,
            IsOver = _action is { Status: ActionStatus.Stopped, Description: "archived" },
        };
        var entries = Enumerable
            .Range(1, (int)_action.Sequence)
            .Where(sequence => sequence > after)
            .Take(limit)
            .Select(sequence => new DossierEntry
            {
                Lane = null,
                Sequence = sequence,
                At = Moment.AddSeconds(sequence),
                Type = sequence == 1 ? "drafted" : "started",
                ControlRoom = controlRoom,
                Dispatcher = "anna",
                Data = """{"b":1.50, "a":"\u00e9"}""",
                PreviousHash = new string('0', 64),
                Hash = new string('f', 64),
            });
        return Task.FromResult(new FollowReply(pulse, [.. entries]));
    }

    public Task<DeliveryPage> ReadDeliveries(string? after, int limit)
    {
        var (rows, next) = FakePages.Of(5, after, limit);
        return Task.FromResult(
            new DeliveryPage(
                [
                    .. rows.Select(row => new DeliveryView
                    {
                        ParticipantId = new Guid(row + 1, 0, 0, new byte[8]),
                        Message = 1,
                        Lane = 0,
                        Band = row,
                        Attempts = 1,
                        UnderWay = row == 4,
                        Result = row == 4 ? DeliveryResult.None : DeliveryResult.CancelledByStop,
                        SipStatus = row == 4 ? 0 : 487,
                        Keys = "",
                        SelectedAt = Moment,
                        PlayedMilliseconds = 0,
                        Redialled = false,
                    }),
                ],
                next
            )
        );
    }

    public Task<TextToSend?> ReadText(Language language, int message, Medium medium) => throw new NotSupportedException();

    public Task<SpokenMessage?> ReadMessage(Language language, int message = 1) => throw new NotSupportedException();

    public Task<CallBackMessage?> MessageForCaller(Guid participantId, Language language) => throw new NotSupportedException();

    public Task<bool> CalledBack(CallBackHeard heard) => throw new NotSupportedException();

    public Task<bool> CallBackEnded(CallBackEnd end) => throw new NotSupportedException();

    public ValueTask<StartPermission> MayStart() => throw new NotSupportedException();

    public ValueTask<int> Report(LaneTotals totals) => throw new NotSupportedException();

    public Task Wake() => throw new NotSupportedException();

    private static ActionReply Refuse(ActionProblemCode code) =>
        new(Action: null, new ActionProblem(code, Value: 2_500, Limit: 2_000, Until: Moment));

    private static string? Told(string what, string description) =>
        description.StartsWith(what, StringComparison.Ordinal) ? description[what.Length..] : null;

    private async Task<ActionReply> Once(Act act, Func<ActionSnapshot?> next)
    {
        if (_operations.TryGetValue(act.OperationId, out var fingerprint))
        {
            return fingerprint.Equals(act.Fingerprint, StringComparison.Ordinal)
                ? new ActionReply(_action, Problem: null, Repeated: true)
                : Refuse(ActionProblemCode.OperationReused);
        }

        if (next() is not { } action)
        {
            return new ActionReply(Action: null, new ActionProblem(ActionProblemCode.NotInThisState, _action?.Status));
        }

        _operations[act.OperationId] = act.Fingerprint;
        if (_action is null)
        {
            await GrainFactory.GetGrain<IFakeActionList>(action.ControlRoom).Add(Summary(action));
        }

        _action = action;
        return new ActionReply(action);
    }

    private static ActionSummary Summary(ActionSnapshot action) =>
        new()
        {
            Id = action.Id,
            Kind = action.Kind,
            IncidentNumber = action.IncidentNumber,
            Practice = action.Practice,
            Status = action.Status,
            CreatedAt = action.CreatedAt,
        };
}
