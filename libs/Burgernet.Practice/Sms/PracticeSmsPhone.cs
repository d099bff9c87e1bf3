namespace Burgernet.Practice;

/// <summary>What becomes of each SMS to one practice phone; the same every time, until seed or settings change.</summary>
public readonly record struct PracticeSmsPhone
{
    /// <summary>What happens.</summary>
    public required PracticeSmsBehaviour Behaviour { get; init; }

    /// <summary>From the submit to its answer.</summary>
    public required TimeSpan AnswersAfter { get; init; }

    /// <summary>From the answer to the handset, or to being found undeliverable.</summary>
    public required TimeSpan DeliversAfter { get; init; }

    /// <summary>Whether its receipts get lost.</summary>
    public required bool ReceiptsMissing { get; init; }

    /// <summary>Whether its receipts come twice.</summary>
    public required bool ReceiptsTwice { get; init; }

    /// <summary>Whether its receipts come before the answer.</summary>
    public required bool ReceiptsEarly { get; init; }

    /// <summary>The same phone with all its delays multiplied.</summary>
    /// <param name="factor">0.1 is ten times as fast.</param>
    public PracticeSmsPhone AtPace(double factor) =>
        this with
        {
            AnswersAfter = AnswersAfter * factor,
            DeliversAfter = DeliversAfter * factor,
        };
}
