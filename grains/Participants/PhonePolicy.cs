using System.Buffers;
using Burgernet.Participants;
using Microsoft.Extensions.Options;
using PhoneNumbers;

namespace Burgernet.Grains.Participants;

/// <summary>Which phone numbers may be registered: those of a person, mobile or fixed, that cost what a call costs.</summary>
/// <remarks>libphonenumber knows the plans; what it counts as mobile but is not a person (097, machine-to-machine) and what must not be called here is added.</remarks>
internal sealed class PhonePolicy(IOptions<RegisterOptions> options, IPracticeNumbers practice)
{
    private const string Home = "NL";

    /// <summary>Longest text that is looked at, in characters: fifteen digits with room for every way to part them.</summary>
    private const int LongestText = 40;

    // The ministry's plan (BWBR0010198): 097 is for communication between machines. libphonenumber calls its numbers mobile.
    private const string Machines = "+3197";

    // The last one is the no-break space of word processors.
    private static readonly SearchValues<char> Characters = SearchValues.Create("0123456789 +-./()\u00A0");

    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();
    private static readonly ShortNumberInfo ShortNumbers = ShortNumberInfo.GetInstance();

    private readonly HashSet<string> _countries = new(options.Value.AcceptedCountries, StringComparer.Ordinal);
    private readonly string[] _denied = [.. options.Value.DeniedNumbers];

    /// <summary>Reads a number as somebody typed it.</summary>
    /// <param name="text">With or without country; without one it is Dutch. Digits, spaces and <c>+ - . / ( )</c>.</param>
    /// <param name="phone">The number when it is accepted.</param>
    /// <returns>Why it is refused, or null.</returns>
    public ParticipantRefusalCode? Check(string text, out AcceptedPhone phone)
    {
        phone = default;
        if (text.Length > LongestText || text.AsSpan().ContainsAnyExcept(Characters))
        {
            return ParticipantRefusalCode.PhoneInvalid;
        }

        if (ShortNumbers.IsEmergencyNumber(text, Home))
        {
            return ParticipantRefusalCode.PhoneEmergency;
        }

        PhoneNumber number;
        try
        {
            number = Plans.Parse(text, Home);
        }
        catch (NumberParseException)
        {
            return ParticipantRefusalCode.PhoneInvalid;
        }

        var e164 = Plans.Format(number, PhoneNumberFormat.E164);
        if (practice.IsPractice(e164))
        {
            phone = new AcceptedPhone(e164, IsMobile: true, IsPractice: true);
            return practice.Allowed ? null : ParticipantRefusalCode.PhonePractice;
        }

        var type = Plans.GetNumberType(number);
        phone = new AcceptedPhone(e164, type is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE, IsPractice: false);
        return RefusalOf(number, type, e164);
    }

    /// <summary>The E.164 form of a number as a network or a person writes it, whether or not it might be registered; null where it is none.</summary>
    /// <param name="text">With or without country; without one it is Dutch.</param>
    public static string? Normal(string text)
    {
        if (text.Length > LongestText || text.AsSpan().ContainsAnyExcept(Characters))
        {
            return null;
        }

        try
        {
            return Plans.Format(Plans.Parse(text, Home), PhoneNumberFormat.E164);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private ParticipantRefusalCode? RefusalOf(PhoneNumber number, PhoneNumberType type, string e164) =>
        e164.StartsWith(Machines, StringComparison.Ordinal) ? ParticipantRefusalCode.PhoneMachine
        : IsEmergency(number) ? ParticipantRefusalCode.PhoneEmergency
        : Array.Exists(_denied, denied => e164.StartsWith(denied, StringComparison.Ordinal)) ? ParticipantRefusalCode.PhoneDenied
        : type switch
        {
            PhoneNumberType.UNKNOWN => ParticipantRefusalCode.PhoneInvalid,
            PhoneNumberType.PREMIUM_RATE => ParticipantRefusalCode.PhonePremium,
            PhoneNumberType.SHARED_COST => ParticipantRefusalCode.PhoneSharedCost,
            PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE or PhoneNumberType.FIXED_LINE_OR_MOBILE => _countries.Contains(
                Plans.GetRegionCodeForNumber(number) ?? ""
            )
                ? null
                : ParticipantRefusalCode.PhoneCountry,
            _ => ParticipantRefusalCode.PhoneNotPersonal,
        };

    // +31112 and the like: an emergency number behind a country code.
    private static bool IsEmergency(PhoneNumber number) =>
        Plans.GetRegionCodeForCountryCode(number.CountryCode) is { } region
        && ShortNumbers.IsEmergencyNumber(Plans.GetNationalSignificantNumber(number), region);
}
