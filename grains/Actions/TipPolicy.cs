using PhoneNumbers;

namespace Burgernet.Grains.Actions;

/// <summary>What is kept of a tip. Pure.</summary>
internal static class TipPolicy
{
    /// <summary>What whoever left a number is told: in both languages, for theirs is not known. 160 characters of GSM 03.38 at most.</summary>
    public const string Thanks =
        "Burgernet: uw melding is ontvangen door de meldkamer. Dank u wel. / Your tip has reached the control room. Thank you.";

    private const string Home = "NL";

    /// <summary>Longest text that is looked at as a number.</summary>
    private const int LongestPhone = 40;

    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    /// <summary>Reads the number that a caller left: of any country and kind, for nobody is called by it automatically.</summary>
    /// <param name="text">As it was typed; without a country it is Dutch. Null for none.</param>
    /// <param name="phone">E.164, or null for none.</param>
    /// <returns>Whether it can be a number.</returns>
    public static bool TryPhone(string? text, out string? phone)
    {
        phone = null;
        if (text is null)
        {
            return true;
        }

        try
        {
            if (text.Length <= LongestPhone && Plans.Parse(text, Home) is var number && Plans.IsPossibleNumber(number))
            {
                phone = Plans.Format(number, PhoneNumberFormat.E164);
            }
        }
        catch (NumberParseException)
        {
            // Not a number: said by the result.
        }

        return phone is not null;
    }
}
