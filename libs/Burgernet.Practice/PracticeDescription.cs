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

    private static readonly (PracticeSmsBehaviour Behaviour, string Dutch, string English)[] SmsWords =
    [
        (PracticeSmsBehaviour.Delivered, "komt aan", "delivered"),
        (PracticeSmsBehaviour.Undelivered, "onbestelbaar", "undeliverable"),
        (PracticeSmsBehaviour.Expired, "verlopen", "expired"),
        (PracticeSmsBehaviour.Lost, "zoekgeraakt", "lost"),
        (PracticeSmsBehaviour.Rejected, "geweigerd", "refused"),
        (PracticeSmsBehaviour.ThrottledOnce, "eerst afgeremd", "throttled at first"),
        (PracticeSmsBehaviour.QueueFullOnce, "eerst wachtrij vol", "queue full at first"),
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

    /// <summary>Describes an SMSC.</summary>
    /// <param name="options">Its settings.</param>
    /// <param name="address">Where it listens.</param>
    public static PracticeDescription Of(PracticeSmscOptions options, IPEndPoint address)
    {
        ArgumentNullException.ThrowIfNull(options);
        var words = SmsWords.Where(w => options.Mix[w.Behaviour] > 0).ToArray();
        var dutch = string.Join(", ", words.Select(w => $"{Percent(options.Mix[w.Behaviour], options.Mix.Total)} {w.Dutch}"));
        var english = string.Join(", ", words.Select(w => $"{Percent(options.Mix[w.Behaviour], options.Mix.Total)} {w.English}"));
        return new PracticeDescription(
            $"OEFENING: niemand krijgt echt een sms. Oefen-sms-centrale op {address}: {options.SegmentsPerSecond} sms-delen per seconde; verzonnen telefoons ({dutch}).",
            $"PRACTICE: nobody really gets an SMS. Practice SMSC on {address}: {options.SegmentsPerSecond} segments per second; invented phones ({english})."
        );
    }

    private static string Percent(double weight, double total) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * weight / total:0.#} %");

    private static string Percent(PracticeMix mix, PracticePhoneBehaviour behaviour) => Percent(mix[behaviour], mix.Total);
}
