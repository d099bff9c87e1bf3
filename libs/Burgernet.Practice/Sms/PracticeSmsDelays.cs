namespace Burgernet.Practice;

/// <summary>How long the practice SMSC and its phones take, before <see cref="PracticeSmscOptions.Pace"/> is applied. All values are invented.</summary>
public sealed record PracticeSmsDelays
{
    /// <summary>The defaults.</summary>
    public static PracticeSmsDelays Default { get; } = new();

    /// <summary>Everything at once, for measurements.</summary>
    public static PracticeSmsDelays None { get; } =
        new()
        {
            AnswerShortest = TimeSpan.Zero,
            AnswerLongest = TimeSpan.Zero,
            DeliverShortest = TimeSpan.Zero,
            DeliverMedian = TimeSpan.Zero,
            DeliverLongest = TimeSpan.Zero,
        };

    /// <summary>Shortest time from a submit to its answer. Default 5 ms.</summary>
    public TimeSpan AnswerShortest { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Longest time from a submit to its answer. Default 25 ms; evenly spread.</summary>
    public TimeSpan AnswerLongest { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>Shortest time from the answer to the handset. Default 1 s.</summary>
    public TimeSpan DeliverShortest { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Median time from the answer to the handset. Default 3 s.</summary>
    public TimeSpan DeliverMedian { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Longest time from the answer to the handset. Default 60 s.</summary>
    public TimeSpan DeliverLongest { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Spread of that time: standard deviation of its natural logarithm (log-normal, cut at shortest and longest). Default 0.8.</summary>
    public double DeliverSpread { get; init; } = 0.8;

    /// <summary>Why these delays cannot be used; empty when they can.</summary>
    public IEnumerable<string> Problems()
    {
        if (AnswerShortest < TimeSpan.Zero || AnswerLongest < AnswerShortest)
        {
            yield return $"Delays.Answer runs from {AnswerShortest} to {AnswerLongest}: it needs 0 ≤ shortest ≤ longest.";
        }

        if (DeliverShortest < TimeSpan.Zero || DeliverMedian < DeliverShortest || DeliverLongest < DeliverMedian)
        {
            yield return $"Delays.Deliver is {DeliverShortest}, {DeliverMedian}, {DeliverLongest}: it needs 0 ≤ shortest ≤ median ≤ longest.";
        }

        if (!double.IsFinite(DeliverSpread) || DeliverSpread is < 0 or > 3)
        {
            yield return $"Delays.DeliverSpread is {DeliverSpread}: it lies between 0 and 3.";
        }
    }
}
