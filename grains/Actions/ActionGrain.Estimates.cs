using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Grains.Dialing;
using Burgernet.Kinds;
using Burgernet.Participants;

namespace Burgernet.Grains.Actions;

/// <summary>What an action will come to: counted, not guessed, as far as it can be counted.</summary>
internal sealed partial class ActionGrain
{
    /// <summary>Fewer results than this say nothing about the pace.</summary>
    private const int MeasuredFrom = 20;

    private (DateTimeOffset At, int Done)? _paceFrom;

    public async Task<EstimateReply> Estimate(string controlRoom)
    {
        if (Unknown(controlRoom) is { } unknown)
        {
            return new EstimateReply(null, unknown.Problem);
        }

        var now = time.GetUtcNow();
        var others = await WaitingElsewhere();
        return new EstimateReply(
            _state.Status == ActionStatus.Draft ? await OfArea(_state.Draft.Area.ToArea(), now, others) : OfStarted(now, others)
        );
    }

    public ValueTask<int> Backlog() => ValueTask.FromResult(Waiting);

    private int Waiting => _state.Running ? _totals.Values.Sum(lane => lane.Waiting) : 0;

    /// <summary>What calling everyone in an area for the first time would come to.</summary>
    private async Task<ActionEstimate> OfArea(Area area, DateTimeOffset now, (Urgency Urgency, int Waiting)[] others)
    {
        var policy = kinds.Of(_state.Draft.Kind);
        var byLanguage = await CountPeople(area, now);
        var people = byLanguage.Values.Sum();
        var milliseconds = byLanguage.Sum(language => (double)language.Value * MessageFor(language.Key)) / Math.Max(1, people);
        var calls = new ExpectedCalls(estimates.Value, Lines, TimeSpan.FromMilliseconds(milliseconds));
        return new ActionEstimate
        {
            At = now,
            People = people,
            VoiceDeliveries = people,
            Duration = calls.DurationWithRetries(SharedLines.Before(people, policy.Urgency, others), people, policy.RetryAfter),
            Cost = calls.Cost(people, policy.Tariff),
            Lines = Lines.Channels,
            CallsPerSecond = Lines.CallsPerSecond,
            WaitingElsewhere = others.Sum(other => other.Waiting),
            Measured = false,
            ConfirmAbove = policy.ConfirmAbove,
            QuietUntil = policy.QuietHours is { } quiet && quiet.Hold(now) ? quiet.EndAfter(now) : null,
        };
    }

    private ActionEstimate OfStarted(DateTimeOffset now, (Urgency Urgency, int Waiting)[] others)
    {
        var policy = _state.Policy ?? PolicyData.Of(kinds.Of(_state.Draft.Kind));
        var progress = _state.ToProgress(_totals.Values);
        var left = progress.Complete ? 0 : progress.Deliveries - progress.Done;
        var calls = new ExpectedCalls(estimates.Value, Lines, TimeSpan.FromMilliseconds(MessageFor(Language.Dutch)));
        var pace = MeasuredPace(progress, now);
        return new ActionEstimate
        {
            At = now,
            People = progress.Selected,
            VoiceDeliveries = left,
            Duration = left == 0 ? TimeSpan.Zero : TimeLeft(calls, left, pace, others, now),
            Cost = calls.Cost(left, new Tariff(policy.EuroPerAnswer, policy.EuroPerMinute)),
            Lines = Lines.Channels,
            CallsPerSecond = Lines.CallsPerSecond,
            WaitingElsewhere = others.Sum(other => other.Waiting),
            Measured = pace is not null && left > 0,
            ConfirmAbove = policy.ConfirmAbove,
            QuietUntil = _state.QuietUntil(now),
        };
    }

    private TimeSpan TimeLeft(ExpectedCalls calls, int left, double? pace, (Urgency Urgency, int Waiting)[] others, DateTimeOffset now)
    {
        var deferred = _totals.Values.Sum(lane => lane.Deferred);
        var untried = left - _totals.Values.Sum(lane => lane.Retried);
        var waiting = _totals.Values.Sum(lane => lane.Waiting) - deferred;
        TimeSpan? first = pace is { } measured
            ? TimeSpan.FromSeconds(waiting / measured) + (calls.Tail(measured) * (waiting > 0 ? 1 : 0.5))
            : null;
        var tries =
            untried == 0
                ? TimeSpan.Zero
                : calls.DurationWithRetries(
                    SharedLines.Before(untried, _state.Urgency, others),
                    untried,
                    _state.LaneTerms.RetryAfter,
                    first
                );
        var retries = (_totals.Values.Max(lane => lane.RetriesUntil) ?? now) - now;
        return tries > retries ? tries : retries;
    }

    /// <summary>Calls a second since this activation began to look, or quiet hours or a pause ended; null where too few ended to say something.</summary>
    private double? MeasuredPace(ActionProgress progress, DateTimeOffset now)
    {
        if (_paceFrom is not { } from || progress.Done - from.Done < MeasuredFrom || now <= from.At)
        {
            return null;
        }

        return (progress.Done - from.Done + (progress.UnderWay / 2.0)) / (now - from.At).TotalSeconds;
    }

    private void WatchPace()
    {
        var now = time.GetUtcNow();
        _paceFrom =
            Status != ActionStatus.Active || _state.QuietUntil(now) is not null
                ? null
                : _paceFrom ?? (now, _state.ToProgress(_totals.Values).Done);
    }

    /// <summary>Who lies in an area and may be called now, by language.</summary>
    private async Task<Dictionary<Language, int>> CountPeople(Area area, DateTimeOffset now)
    {
        var byLanguage = new Dictionary<Language, int>();
        await foreach (var band in search.Run(QueryAt(area, now)))
        {
            foreach (ref readonly var person in band.People)
            {
                byLanguage[person.Language] = byLanguage.GetValueOrDefault(person.Language) + 1;
            }
        }

        return byLanguage;
    }

    private CellQuery QueryAt(Area area, DateTimeOffset instant) =>
        new()
        {
            Area = area,
            From = _state.Draft.IncidentPoint.ToPoint(),
            At = WeekMinute.At(instant),
            Channels = ContactChannels.Voice,
            TargetGroups = TargetGroup.MaskOf(_state.Draft.TargetGroups),
        };

    private int MessageFor(Language language)
    {
        // The last message is what most of them will hear.
        var messages = _state.Messages.Last.Spoken;
        var message =
            messages.FirstOrDefault(message => message.Language == language)
            ?? messages.FirstOrDefault(message => message.Language == Language.Dutch)
            ?? messages[0];
        return message.DurationMilliseconds;
    }

    /// <summary>The carriers that it may use, as one: their lines together, and the longest that a phone may ring.</summary>
    private CarrierOptions Lines =>
        UsableCarriers is [var only]
            ? only
            : new CarrierOptions
            {
                Channels = Math.Max(1, UsableCarriers.Sum(carrier => carrier.Channels)),
                CallsPerSecond = Math.Max(1, UsableCarriers.Sum(carrier => carrier.CallsPerSecond)),
                RingLimit = carriers.All.Max(carrier => carrier.RingLimit),
                LingerAfterMessage = carriers.All.Max(carrier => carrier.LingerAfterMessage),
            };

    private async Task<(Urgency Urgency, int Waiting)[]> WaitingElsewhere()
    {
        var loads = await Task.WhenAll(Carriers.Select(carrier => carrier.Load()));
        return await Task.WhenAll(
            loads
                .SelectMany(load => load.Work)
                .DistinctBy(work => work.ActionId)
                .Where(work => work.ActionId != _state.Id)
                .Select(async work => (work.Urgency, await GrainFactory.GetGrain<IActionGrain>(work.ActionId).Backlog()))
        );
    }
}
