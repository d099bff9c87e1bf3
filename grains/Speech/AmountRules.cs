using System.Globalization;
using System.Text.RegularExpressions;

namespace Burgernet.Grains.Speech;

/// <summary>Amounts in euro: <c>€ 12,50</c>, <c>€ 1.250,-</c>, <c>12,50 euro</c>, <c>€ 2,5 miljoen</c>.</summary>
internal static partial class AmountRules
{
    public static int Say(WrittenText written, int at)
    {
        var match = Before().Match(written.Text, at);
        match = match.Success ? match : Behind().Match(written.Text, at);
        if (!match.Success || WrittenNumber.Parse(match.Groups["n"].Value, written.Language) is not { } number)
        {
            return 0;
        }

        var language = written.Language;
        var many = match.Groups["many"].Value;
        var said =
            many.Length > 0 ? language.Euros(number.Say(language), many)
            : number.Fraction.Length is 0 ? language.Euros(number.Whole, 0)
            : number.Fraction.Length is 2 ? language.Euros(number.Whole, int.Parse(number.Fraction, CultureInfo.InvariantCulture))
            : number.Say(language) + " euro";
        return written.Take(match.Length, said);
    }

    [GeneratedRegex(
        @"\G€[ \u00A0]?(?<n>\d+(?:[.,]\d+)*)(?:,-{1,2})?(?:[ \u00A0](?<many>miljoen|miljard|million|billion))?(?![\p{L}\p{N}])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Before();

    [GeneratedRegex(
        @"\G(?<n>\d+(?:[.,]\d+)*)(?:,-{1,2})?(?:[ \u00A0](?<many>miljoen|miljard|million|billion))?[ \u00A0]?(?:€|(?:euros?|EUR)(?![\p{L}\p{N}]))",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Behind();
}
