namespace Burgernet.Practice;

/// <summary>How often each behaviour occurs among the practice phones: weights, of which only the proportions matter.</summary>
/// <remarks>The defaults add up to 100 and are invented: plausible for people who signed up for calls, measured nowhere.</remarks>
public sealed record PracticeMix
{
    /// <summary>The invented default: 62 % listen to the end, 8 % hang up early, 8 % press 1, 6 % busy, 9 % no answer, 3 % unreachable, 4 % voicemail.</summary>
    public static PracticeMix Default { get; } = new();

    /// <summary>Weight of <see cref="PracticePhoneBehaviour.Listens"/>. Default 62.</summary>
    public double Listens { get; init; } = 62;

    /// <summary>Weight of <see cref="PracticePhoneBehaviour.HangsUpEarly"/>. Default 8.</summary>
    public double HangsUpEarly { get; init; } = 8;

    /// <summary>Weight of <see cref="PracticePhoneBehaviour.PressesOne"/>. Default 8.</summary>
    public double PressesOne { get; init; } = 8;

    /// <summary>Weight of <see cref="PracticePhoneBehaviour.Busy"/>. Default 6.</summary>
    public double Busy { get; init; } = 6;

    /// <summary>Weight of <see cref="PracticePhoneBehaviour.NoAnswer"/>. Default 9.</summary>
    public double NoAnswer { get; init; } = 9;

    /// <summary>Weight of <see cref="PracticePhoneBehaviour.Unreachable"/>. Default 3.</summary>
    public double Unreachable { get; init; } = 3;

    /// <summary>Weight of <see cref="PracticePhoneBehaviour.Voicemail"/>. Default 4.</summary>
    public double Voicemail { get; init; } = 4;

    /// <summary>Sum of all weights.</summary>
    public double Total => Listens + HangsUpEarly + PressesOne + Busy + NoAnswer + Unreachable + Voicemail;

    /// <summary>A mix in which every phone behaves alike.</summary>
    /// <param name="behaviour">What all of them do.</param>
    public static PracticeMix Only(PracticePhoneBehaviour behaviour) =>
        new()
        {
            Listens = behaviour == PracticePhoneBehaviour.Listens ? 1 : 0,
            HangsUpEarly = behaviour == PracticePhoneBehaviour.HangsUpEarly ? 1 : 0,
            PressesOne = behaviour == PracticePhoneBehaviour.PressesOne ? 1 : 0,
            Busy = behaviour == PracticePhoneBehaviour.Busy ? 1 : 0,
            NoAnswer = behaviour == PracticePhoneBehaviour.NoAnswer ? 1 : 0,
            Unreachable = behaviour == PracticePhoneBehaviour.Unreachable ? 1 : 0,
            Voicemail = behaviour == PracticePhoneBehaviour.Voicemail ? 1 : 0,
        };

    /// <summary>The weight of one behaviour.</summary>
    /// <param name="behaviour">Which.</param>
    public double this[PracticePhoneBehaviour behaviour] =>
        behaviour switch
        {
            PracticePhoneBehaviour.Listens => Listens,
            PracticePhoneBehaviour.HangsUpEarly => HangsUpEarly,
            PracticePhoneBehaviour.PressesOne => PressesOne,
            PracticePhoneBehaviour.Busy => Busy,
            PracticePhoneBehaviour.NoAnswer => NoAnswer,
            PracticePhoneBehaviour.Unreachable => Unreachable,
            PracticePhoneBehaviour.Voicemail => Voicemail,
            _ => 0,
        };

    /// <summary>The behaviour that a uniform draw falls on.</summary>
    /// <param name="draw">0 (included) to 1 (excluded).</param>
    public PracticePhoneBehaviour Pick(double draw) => PracticeWeights.Pick<PracticePhoneBehaviour>(behaviour => this[behaviour], draw);

    /// <summary>Why these weights cannot be used; empty when they can.</summary>
    public IEnumerable<string> Problems() =>
        PracticeWeights.Problems<PracticePhoneBehaviour>(behaviour => this[behaviour], "there would be no phone at all");
}
