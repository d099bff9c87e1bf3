namespace Burgernet.Practice;

/// <summary>What becomes of an SMS to a practice number: a pure function of number, seed and settings, so that neither the order of messages nor a restart changes it.</summary>
public static class PracticeSmsPhonePolicy
{
    /// <summary>The phone behind the number at an index of the practice block.</summary>
    /// <param name="index">0 to <see cref="PracticeNumbers.Count"/> − 1.</param>
    /// <param name="options">Seed, mix, delays and receipts.</param>
    public static PracticeSmsPhone For(int index, PracticeSmscOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var dice = new PracticeDice(options.Seed, index);
        var delays = options.Delays;
        var deliver =
            delays.DeliverMedian.TotalSeconds * Math.Exp(delays.DeliverSpread * dice.Normal(PracticeDraw.SmsRadius, PracticeDraw.SmsAngle));
        return new PracticeSmsPhone
        {
            Behaviour = options.Mix.Pick(dice.Uniform(PracticeDraw.SmsBehaviour)),
            AnswersAfter = delays.AnswerShortest + ((delays.AnswerLongest - delays.AnswerShortest) * dice.Uniform(PracticeDraw.SmsAnswer)),
            DeliversAfter = TimeSpan.FromMilliseconds(
                (long)Math.Round(Math.Clamp(deliver, delays.DeliverShortest.TotalSeconds, delays.DeliverLongest.TotalSeconds) * 1000)
            ),
            ReceiptsMissing = dice.Uniform(PracticeDraw.SmsReceiptsMissing) < options.Receipts.Missing,
            ReceiptsTwice = dice.Uniform(PracticeDraw.SmsReceiptsTwice) < options.Receipts.Twice,
            ReceiptsEarly = dice.Uniform(PracticeDraw.SmsReceiptsEarly) < options.Receipts.Early,
        }.AtPace(options.Pace);
    }
}
