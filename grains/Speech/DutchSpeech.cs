using System.Globalization;

namespace Burgernet.Grains.Speech;

/// <summary>Dutch.</summary>
/// <remarks>
/// Times are said by the clock of 24 hours, as police and traffic news do: "half drie" can be at night. Letters are spelled with the Dutch
/// telephone alphabet, for who is called is a citizen: its names are common knowledge, "Zulu" is not, and a bare letter is lost on a
/// telephone line, which carries 300 to 3,400 Hz ("bee", "dee", "pee" and "tee" differ above it).
/// </remarks>
internal sealed class DutchSpeech : SpeechLanguage
{
    public override string Through => "tot en met";

    public override string Until => "tot";

    public override string Or => "of";

    public override string And => "en";

    public override string Percent => "procent";

    public override string Degrees => "graden";

    public override string Dot => "punt";

    public override char ThousandsMark => '.';

    public override IReadOnlyDictionary<string, string> Abbreviations => DutchTables.Abbreviations;

    public override IReadOnlySet<string> OnlyWithDot => DutchTables.OnlyWithDot;

    public override IReadOnlyDictionary<string, (string One, string Many)> Units => DutchTables.Units;

    public override IReadOnlyDictionary<string, int> Months => DutchTables.Months;

    public override IReadOnlySet<string> Ringing => DutchTables.Ringing;

    public override IReadOnlySet<string> SaidAsWord => DutchTables.SaidAsWord;

    public override string Cardinal(long number) =>
        number switch
        {
            1 => "één",
            < 20 => DutchTables.Small[number],
            < 100 => Tens((int)number),
            < 1_000 => Hundreds(number, DutchTables.Small[number / 100]),
            // "negentienhonderdtien", not "duizend negenhonderdtien".
            >= 1_100 and < 2_000 => Hundreds(number, DutchTables.Small[number / 100]),
            < 1_000_000 => Above(number, 1_000, "duizend", number < 2_000 ? "" : Joined(number / 1_000)),
            < 1_000_000_000 => Above(number, 1_000_000, " miljoen", Cardinal(number / 1_000_000)),
            _ => Above(number, 1_000_000_000, " miljard", Cardinal(number / 1_000_000_000)),
        };

    public override string Ordinal(int number) =>
        number switch
        {
            1 => "eerste",
            3 => "derde",
            8 => "achtste",
            < 20 => DutchTables.Small[number] + "de",
            < 100 => Tens(number) + "ste",
            _ when number % 100 == 0 => Joined(number) + "ste",
            _ => Joined(number / 100 * 100) + Ordinal(number % 100),
        };

    public override bool IsOrdinalEnding(string ending) => ending is "e" or "de" or "ste";

    public override string Year(int year) => Cardinal(year);

    public override bool IsYearAfter(string word) => false;

    public override string Decimal(long whole, string fraction) => $"{Cardinal(whole)} komma {Fraction(fraction)}";

    public override string Spelled(char letter) =>
        DutchTables.Alphabet.TryGetValue(char.ToUpperInvariant(letter), out var name)
            ? $"{char.ToUpperInvariant(letter)} van {name}"
            : char.ToUpperInvariant(letter).ToString();

    public override string Time(int hour, int minute, char? half)
    {
        var of24 = half switch
        {
            'p' when hour < 12 => hour + 12,
            'a' when hour == 12 => 0,
            _ => hour,
        };
        return minute == 0 ? $"{Cardinal(of24)} uur" : $"{Cardinal(of24)} uur {Cardinal(minute)}";
    }

    public override string Date(int day, int month, int? year) =>
        $"{Cardinal(day)} {DutchTables.MonthNames[month - 1]}{(year is { } known ? " " + Year(known) : "")}";

    public override string Euros(long euros, int cents) =>
        cents == 0 ? $"{Cardinal(euros)} euro"
        : euros == 0 ? $"{Cardinal(cents)} cent"
        : $"{Cardinal(euros)} euro {Cardinal(cents)}";

    public override string Euros(string number, string many) => $"{number} {many} euro";

    public override string Metres(int metres, int centimetres) =>
        centimetres == 0 ? $"{Cardinal(metres)} meter" : $"{Cardinal(metres)} meter {Cardinal(centimetres)}";

    public override string? Aged(int years, string ending) => ending is "jarig" or "jarige" or "jarigen" ? Joined(years) + ending : null;

    private string Fraction(string fraction) =>
        fraction.Length <= 2 && fraction[0] != '0' ? Cardinal(int.Parse(fraction, CultureInfo.InvariantCulture)) : Digits(fraction);

    private string Hundreds(long number, string count) =>
        (number / 100 == 1 ? "" : count) + "honderd" + (number % 100 == 0 ? "" : Joined(number % 100));

    private string Above(long number, long unit, string name, string count) =>
        count + name + (number % unit == 0 ? "" : " " + Cardinal(number % unit));

    /// <summary>Within a longer word one is not stressed: "honderdeen".</summary>
    private string Joined(long number) => number == 1 ? "een" : Cardinal(number);

    private static string Tens(int number)
    {
        var (ten, one) = (DutchTables.Tens[number / 10], number % 10);

        // "tweeëntwintig", "drieëntwintig": the ë keeps the two vowels apart.
        return one == 0 ? ten : DutchTables.Small[one] + (one is 2 or 3 ? "ën" : "en") + ten;
    }
}
