using Burgernet.Grains.Dialing;
using Burgernet.Kinds;

namespace Burgernet.Grains.Actions;

/// <summary>What a call of an action is expected to be. Pure; the model stands in docs/actions.md.</summary>
/// <param name="answers">How people answer.</param>
/// <param name="carrier">Lines, and how long phones ring.</param>
/// <param name="message">How long the message is, on average over those who are called.</param>
internal sealed class ExpectedCalls(EstimateOptions answers, CarrierOptions carrier, TimeSpan message)
{
    /// <summary>How long an answered call is answered, on average.</summary>
    public TimeSpan Talk => (message * answers.ListenedShare) + carrier.LingerAfterMessage;

    /// <summary>How long a call takes a line, on average.</summary>
    public TimeSpan Hold => Mean(time => time);

    /// <summary>Calls a second with every line taken.</summary>
    public double Pace => Math.Min(carrier.Channels / Math.Max(Hold.TotalSeconds, 0.001), carrier.CallsPerSecond);

    /// <summary>How long until so many calls are over, when every line is theirs; zero for none.</summary>
    public TimeSpan Duration(double calls)
    {
        if (calls <= 0)
        {
            return TimeSpan.Zero;
        }

        // A line begins at once and again after each call: t/hold + (1 + cv²)/2 times by the time t, cv² the squared coefficient of variation
        // (D. R. Cox, Renewal Theory, 1962, §4.2, with the start at 0 counted). The last call starts when that comes to all of them.
        var hold = Math.Max(Hold.TotalSeconds, 0.001);
        var variation = Math.Max(
            0,
            (Mean(time => TimeSpan.FromSeconds(time.TotalSeconds * time.TotalSeconds)).TotalSeconds / (hold * hold)) - 1
        );
        var queued = calls <= carrier.Channels ? 0 : Math.Max(0, (calls / carrier.Channels) - ((1 + variation) / 2)) * hold;
        return TimeSpan.FromSeconds(Math.Max(queued, calls / carrier.CallsPerSecond)) + Tail(Pace);
    }

    /// <summary>How long until so many deliveries have their result, further tries included.</summary>
    /// <param name="before">Calls that leave until the last of their first tries, others' included.</param>
    /// <param name="own">The deliveries.</param>
    /// <param name="retryAfter">Of the kind.</param>
    /// <param name="first">How long the first tries take, where that was measured.</param>
    public TimeSpan DurationWithRetries(double before, int own, IReadOnlyList<TimeSpan> retryAfter, TimeSpan? first = null)
    {
        // The last first try reaches nobody as likely as any other: it goes through the whole schedule. Where lines are short, further tries take them too.
        var unreached = 1 - answers.AnsweredShare;
        var tries = first ?? Duration(before);
        if (own * unreached < 0.5 || retryAfter.Count == 0)
        {
            return tries;
        }

        var schedule = retryAfter.Aggregate(TimeSpan.Zero, (sum, after) => sum + after + carrier.RingLimit);
        var more = Enumerable.Range(1, retryAfter.Count).Sum(retry => own * Math.Pow(unreached, retry));
        var queued = Duration(before + more);
        return tries + schedule > queued ? tries + schedule : queued;
    }

    /// <summary>What part of those who are called is not reached in any of the tries.</summary>
    /// <param name="retryAfter">Of the kind.</param>
    public double UnreachedShare(IReadOnlyList<TimeSpan> retryAfter) => Math.Pow(1 - answers.AnsweredShare, retryAfter.Count + 1);

    /// <summary>From the last start to the last end.</summary>
    /// <param name="pace">Calls a second at the end.</param>
    public TimeSpan Tail(double pace)
    {
        // Of those who let it ring, one in 1/share calls, the last began so many calls before the last one.
        var ringing =
            answers.NoAnswerShare > 0
                ? carrier.RingLimit - TimeSpan.FromSeconds(Math.Min(1 / (answers.NoAnswerShare * Math.Max(pace, 0.001)), 3_600))
                : TimeSpan.Zero;
        var answered = answers.TimeToAnswer + Talk;
        return ringing > answered ? ringing : answered;
    }

    /// <summary>What so many calls cost, in euro.</summary>
    public decimal Cost(int calls, Tariff tariff) =>
        decimal.Round(
            calls * (decimal)answers.AnsweredShare * (tariff.PerAnswer + (tariff.PerMinute * (decimal)Talk.TotalMinutes)),
            2,
            MidpointRounding.AwayFromZero
        );

    private TimeSpan Mean(Func<TimeSpan, TimeSpan> of) =>
        (answers.AnsweredShare * of(answers.TimeToAnswer + Talk))
        + (answers.NoAnswerShare * of(carrier.RingLimit))
        + ((1 - answers.AnsweredShare - answers.NoAnswerShare) * of(answers.TimeToFail));
}
