namespace Burgernet.Practice;

/// <summary>Which phone stands behind a practice number: a pure function of number, seed, mix and delays, so that neither the order of calls nor a restart changes it.</summary>
public static class PracticePhonePolicy
{
    /// <summary>The phone behind a number with the default mix and delays.</summary>
    /// <param name="number">A practice number, E.164 with the plus sign.</param>
    /// <param name="seed">Any value; another seed is another population.</param>
    /// <exception cref="ArgumentException">Not a practice number.</exception>
    public static PracticePhone For(string number, long seed) => For(number, seed, PracticeMix.Default, PracticeDelays.Default);

    /// <summary>The phone behind a number.</summary>
    /// <param name="number">A practice number, E.164 with the plus sign.</param>
    /// <param name="seed">Any value; another seed is another population.</param>
    /// <param name="mix">How often each behaviour occurs.</param>
    /// <param name="delays">How long phones take.</param>
    /// <exception cref="ArgumentException">Not a practice number.</exception>
    public static PracticePhone For(string number, long seed, PracticeMix mix, PracticeDelays delays) =>
        PracticeNumbers.TryGetIndex(number, out var index)
            ? For(index, seed, mix, delays)
            : throw new ArgumentException("Not a number of the practice block.", nameof(number));

    /// <summary>The phone behind the number at an index of the practice block.</summary>
    /// <param name="index">0 to <see cref="PracticeNumbers.Count"/> − 1.</param>
    /// <param name="seed">Any value; another seed is another population.</param>
    /// <param name="mix">How often each behaviour occurs.</param>
    /// <param name="delays">How long phones take.</param>
    public static PracticePhone For(int index, long seed, PracticeMix mix, PracticeDelays delays)
    {
        ArgumentNullException.ThrowIfNull(mix);
        ArgumentNullException.ThrowIfNull(delays);
        var dice = new PracticeDice(seed, index);
        var behaviour = mix.Pick(dice.Uniform(PracticeDraw.Behaviour));
        var answers =
            behaviour
            is PracticePhoneBehaviour.Listens
                or PracticePhoneBehaviour.HangsUpEarly
                or PracticePhoneBehaviour.PressesOne
                or PracticePhoneBehaviour.Voicemail;
        return new PracticePhone
        {
            Behaviour = behaviour,
            SetUp =
                behaviour == PracticePhoneBehaviour.Unreachable
                    ? TimeSpan.Zero
                    : Between(delays.SetUpShortest, delays.SetUpLongest, dice.Uniform(PracticeDraw.SetUp)),
            AnswersAfter = answers ? Ring(delays, dice) : TimeSpan.Zero,
            ActsAfter = behaviour switch
            {
                PracticePhoneBehaviour.HangsUpEarly => Between(delays.HangUpShortest, delays.HangUpLongest, dice.Uniform(PracticeDraw.Act)),
                PracticePhoneBehaviour.PressesOne => Between(delays.KeyShortest, delays.KeyLongest, dice.Uniform(PracticeDraw.Act)),
                _ => TimeSpan.Zero,
            },
            StatusCode = behaviour switch
            {
                PracticePhoneBehaviour.Busy => 486,
                PracticePhoneBehaviour.Unreachable => dice.Uniform(PracticeDraw.Status) < 0.7 ? 480 : 404,
                PracticePhoneBehaviour.NoAnswer => 0,
                _ => 200,
            },
        };
    }

    private static TimeSpan Ring(PracticeDelays delays, PracticeDice dice)
    {
        var seconds =
            delays.RingMedian.TotalSeconds * Math.Exp(delays.RingSpread * dice.Normal(PracticeDraw.RingRadius, PracticeDraw.RingAngle));
        return WholeMilliseconds(Math.Clamp(seconds, delays.RingShortest.TotalSeconds, delays.RingLongest.TotalSeconds));
    }

    private static TimeSpan Between(TimeSpan shortest, TimeSpan longest, double draw) =>
        WholeMilliseconds(shortest.TotalSeconds + ((longest - shortest).TotalSeconds * draw));

    // Rounded, so that the last bit of a platform's exp and cos does not show.
    private static TimeSpan WholeMilliseconds(double seconds) => TimeSpan.FromMilliseconds((long)Math.Round(seconds * 1000));
}
