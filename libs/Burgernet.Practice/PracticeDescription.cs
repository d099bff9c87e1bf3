using System.Globalization;
using System.Net;

namespace Burgernet.Practice;

/// <summary>What to tell the user at start-up and in the API: that this is practice, and how large.</summary>
/// <param name="Dutch">One sentence or two in Dutch.</param>
/// <param name="English">The same in English.</param>
public sealed record PracticeDescription(string Dutch, string English)
{
    private static readonly (PracticePhoneBehaviour Behaviour, string Dutch, string English)[] Words =
    [
        (PracticePhoneBehaviour.Listens, "luistert uit", "listen to the end"),
        (PracticePhoneBehaviour.HangsUpEarly, "hangt vroeg op", "hang up early"),
        (PracticePhoneBehaviour.PressesOne, "toetst 1", "press 1"),
        (PracticePhoneBehaviour.Busy, "in gesprek", "busy"),
        (PracticePhoneBehaviour.NoAnswer, "neemt niet op", "no answer"),
        (PracticePhoneBehaviour.Unreachable, "onbereikbaar", "unreachable"),
        (PracticePhoneBehaviour.Voicemail, "voicemail", "voicemail"),
    ];

    /// <summary>Describes a carrier.</summary>
    /// <param name="options">Its settings.</param>
    /// <param name="address">Where it listens.</param>
    public static PracticeDescription Of(PracticeCarrierOptions options, IPEndPoint address)
    {
        ArgumentNullException.ThrowIfNull(options);
        var dutch = string.Join(
            ", ",
            Words.Where(w => options.Mix[w.Behaviour] > 0).Select(w => $"{Percent(options.Mix, w.Behaviour)} {w.Dutch}")
        );
        var english = string.Join(
            ", ",
            Words.Where(w => options.Mix[w.Behaviour] > 0).Select(w => $"{Percent(options.Mix, w.Behaviour)} {w.English}")
        );
        return new PracticeDescription(
            $"OEFENING: niemand wordt echt gebeld. Oefentelefoonnet op {address}: {options.Channels} lijnen, {options.CallsPerSecond} oproepen per seconde; verzonnen telefoons ({dutch}).",
            $"PRACTICE: nobody is really called. Practice carrier on {address}: {options.Channels} channels, {options.CallsPerSecond} calls per second; invented phones ({english})."
        );
    }

    private static string Percent(PracticeMix mix, PracticePhoneBehaviour behaviour) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * mix[behaviour] / mix.Total:0.#} %");
}
