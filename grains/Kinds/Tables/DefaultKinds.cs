using Burgernet.Actions;
using Burgernet.Grains.Actions;

namespace Burgernet.Grains.Kinds;

/// <summary>What holds for each kind unless an installation says otherwise.</summary>
/// <remarks>
/// Openings and closings are those of the municipal plan. Hours, retries, deadlines, areas, thresholds and tariffs are ours: plausible, agreed with nobody, and
/// there to be set. Nobody waits for the morning with a missing child or a disaster; who was robbed at night may be worth waking people for,
/// so a dispatcher may say so; a call for witnesses or prevention never is. How urgent a kind is stands in <see cref="UrgencyPolicy"/>.
/// </remarks>
internal static class DefaultKinds
{
    /// <summary>Euro for each answered call. Ours: a round figure, to be set to the contract's.</summary>
    public const decimal EuroPerAnswer = 0.01m;

    /// <summary>Euro for each minute of an answered call. Ours: a round figure, to be set to the contract's.</summary>
    public const decimal EuroPerMinute = 0.02m;

    /// <summary>Euro for each SMS. Ours: a round figure, to be set to the contract's.</summary>
    public const decimal EuroPerSms = 0.06m;

    /// <summary>The first sentence, in Dutch.</summary>
    public const string OpeningDutch = "Dit is een oproep voor Burgernet.";

    /// <summary>The first sentence, in English.</summary>
    public const string OpeningEnglish = "This is a call for Burgernet.";

    /// <summary>The last sentence, in Dutch.</summary>
    public const string ClosingDutch = "Heeft u informatie over deze Burgernetactie, belt u dan met {number} en blijft u aan de lijn.";

    /// <summary>The last sentence, in English.</summary>
    public const string ClosingEnglish = "If you have information about this Burgernet action, call {number} and stay on the line.";

    /// <summary>Added for crimes, in Dutch.</summary>
    public const string WarningDutch = "Treed niet zelf op.";

    /// <summary>Added for crimes, in English.</summary>
    public const string WarningEnglish = "Do not step in yourself.";

    /// <summary>Every kind, in order.</summary>
    public static readonly DefaultKind[] All =
    [
        new(ActionKind.Theft, "22:00-08:00", true, "00:02:00", "01:00:00", 50, 2_000, true),
        new(ActionKind.StreetRobbery, "23:00-07:00", true, "00:02:00", "01:00:00", 100, 2_000, true),
        new(ActionKind.BagSnatching, "23:00-07:00", true, "00:02:00", "01:00:00", 50, 2_000, true),
        new(ActionKind.HitAndRun, "23:00-07:00", true, "00:02:00", "01:00:00", 100, 2_000, true),
        new(ActionKind.Robbery, "23:00-07:00", true, "00:02:00", "01:00:00", 200, 5_000, true),
        new(ActionKind.Violence, "23:00-07:00", true, "00:02:00", "01:00:00", 100, 5_000, true),
        new(ActionKind.MissingChild, "none", true, "00:01:00,00:03:00", "02:00:00", 1_000, 10_000, false),
        new(ActionKind.MissingPerson, "none", true, "00:01:00,00:03:00", "02:00:00", 1_000, 10_000, false),
        new(ActionKind.Burglary, "22:00-08:00", true, "00:02:00", "01:00:00", 50, 2_000, true),
        new(ActionKind.Swindle, "22:00-08:00", true, "00:02:00", "01:00:00", 100, 2_000, true),
        new(ActionKind.Disaster, "none", true, "00:01:00,00:03:00", "02:00:00", 1_000, 10_000, false),
        new(ActionKind.WitnessCall, "21:00-09:00", false, "00:15:00,01:00:00", "12:00:00", 50, 1_000, false),
        new(ActionKind.Prevention, "21:00-09:00", false, "00:15:00,01:00:00", "12:00:00", 50, 1_000, false),
    ];
}
