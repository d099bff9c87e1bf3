using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Dialing;
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

    private int Waiting => _state.Running ? _totals.Values.Sum(lane => Math.Min(lane.Waiting, OpenIn([lane], Medium.Voice))) : 0;

    private static int OpenIn(IEnumerable<LaneTotals> lanes, Medium medium) =>
        lanes.SelectMany(lane => lane.Media).Where(totals => totals.Medium == medium).Sum(totals => totals.Deliveries - totals.Done);

    /// <summary>What calling everyone in an area for the first time would come to.</summary>
    private async Task<ActionEstimate> OfArea(Area area, DateTimeOffset now, (Urgency Urgency, int Waiting)[] others)
    {
        var policy = kinds.Of(_state.Draft.Kind);
        var count = await CountPeople(area, now);
        var people = count.Calls.Values.Sum();
        var milliseconds = count.Calls.Sum(language => (double)language.Value * MessageFor(language.Key)) / Math.Max(1, people);
        var calls = new ExpectedCalls(estimates.Value, Lines, TimeSpan.FromMilliseconds(milliseconds));
        var texts = Texts;
        var unreached = calls.UnreachedShare(policy.RetryAfter);
        var segments = texts.Segments(count.Sms) + texts.Segments(count.Instead, unreached);
        var duration = calls.DurationWithRetries(SharedLines.Before(people, policy.Urgency, others), people, policy.RetryAfter);
        return new ActionEstimate
        {
            At = now,
            People = count.People,
            VoiceDeliveries = people,
            SmsDeliveries = count.Sms.Values.Sum() + (int)Math.Ceiling(count.Instead.Values.Sum() * unreached),
            Segments = (int)Math.Ceiling(segments),
            SegmentsPerSecond = SegmentsPerSecond,
            MailDeliveries = count.Mails,
            MailsPerSecond = MailsPerSecond,
            // An SMS instead of a call goes when its tries are over; the others go beside the calls.
            Duration = Longest(
                duration + texts.Duration(texts.Segments(count.Instead, unreached)),
                texts.Duration(segments),
                MailsTake(count.Mails)
            ),
            Cost = calls.Cost(people, policy.Tariff) + CostOf(segments, policy.Tariff),
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
        var left = progress.Complete ? 0 : OpenIn(_totals.Values, Medium.Voice);
        var openMails = progress.Complete ? 0 : OpenIn(_totals.Values, Medium.Email);
        var openSms = progress.Complete ? 0 : OpenIn(_totals.Values, Medium.Sms);
        var segments = Texts.Segments(openSms);
        var tariff = new Tariff(policy.EuroPerAnswer, policy.EuroPerMinute, policy.EuroPerSms ?? 0);
        var calls = new ExpectedCalls(estimates.Value, Lines, TimeSpan.FromMilliseconds(MessageFor(Language.Dutch)));
        var pace = MeasuredPace(progress, now);
        return new ActionEstimate
        {
            At = now,
            People = progress.Selected,
            VoiceDeliveries = left,
            SmsDeliveries = openSms,
            Segments = (int)Math.Ceiling(segments),
            SegmentsPerSecond = SegmentsPerSecond,
            MailDeliveries = openMails,
            MailsPerSecond = MailsPerSecond,
            Duration = Longest(
                left == 0 ? TimeSpan.Zero : TimeLeft(calls, left, pace, others, now),
                Texts.Duration(segments),
                MailsTake(openMails)
            ),
            Cost = calls.Cost(left, tariff) + CostOf(segments, tariff),
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

    private static TimeSpan Longest(params ReadOnlySpan<TimeSpan> media)
    {
        var longest = TimeSpan.Zero;
        foreach (var medium in media)
        {
            longest = medium > longest ? medium : longest;
        }

        return longest;
    }

    /// <summary>How long until so many mails are handed over, when all of the relays is theirs.</summary>
    private TimeSpan MailsTake(int mails) => MailsPerSecond == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((double)mails / MailsPerSecond);

    private int MailsPerSecond => Media.Contains(Medium.Email) ? CarriersOf(Medium.Email).Sum(carrier => carrier.CallsPerSecond) : 0;

    private static decimal CostOf(double segments, Tariff tariff) =>
        decimal.Round((decimal)segments * tariff.PerSms, 2, MidpointRounding.AwayFromZero);

    private int SegmentsPerSecond => Media.Contains(Medium.Sms) ? CarriersOf(Medium.Sms).Sum(carrier => carrier.CallsPerSecond) : 0;

    private ExpectedTexts Texts => new(_state.Messages.Last.Texts, SegmentsPerSecond);

    /// <summary>Who lies in an area and may be reached now, and by what.</summary>
    private async Task<ReachCount> CountPeople(Area area, DateTimeOffset now)
    {
        var count = new ReachCount(_state.Draft.Reach);
        await foreach (var band in search.Run(QueryAt(area, now)))
        {
            foreach (ref readonly var person in band.People)
            {
                count.Add(person);
            }
        }

        return count;
    }

    private CellQuery QueryAt(Area area, DateTimeOffset instant) =>
        new()
        {
            Area = area,
            From = _state.Draft.IncidentPoint.ToPoint(),
            At = WeekMinute.At(instant),
            Channels = _state.Draft.Reach.Any,
            TargetGroups = TargetGroup.MaskOf(_state.Draft.TargetGroups),
        };

    private int MessageFor(Language language)
    {
        // The last message is what most of them will hear.
        var messages = _state.Messages.Last.Spoken;
        var message =
            messages.FirstOrDefault(message => message.Language == language)
            ?? messages.FirstOrDefault(message => message.Language == Language.Dutch)
            ?? (messages.Count > 0 ? messages[0] : null);
        return message?.DurationMilliseconds ?? 0;
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
