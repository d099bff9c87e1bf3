using System.Globalization;

namespace Burgernet.Grains.Speech;

/// <summary>English, as it is spoken in Britain.</summary>
/// <remarks>Times are said by the clock of 12 hours with the part of the day: who speaks English seldom knows the other. Letters are spelled with the NATO alphabet, the one that people of all countries may know.</remarks>
internal sealed class EnglishSpeech : SpeechLanguage
{
    public override string Through => "to";

    public override string Until => "to";

    public override string Or => "or";

    public override string And => "and";

    public override string Percent => "percent";

    public override string Degrees => "degrees";

    public override string Dot => "dot";

    public override char ThousandsMark => ',';

    public override IReadOnlyDictionary<string, string> Abbreviations => EnglishTables.Abbreviations;

    public override IReadOnlySet<string> OnlyWithDot => EnglishTables.OnlyWithDot;

    public override IReadOnlyDictionary<string, (string One, string Many)> Units => EnglishTables.Units;

    public override IReadOnlyDictionary<string, int> Months => EnglishTables.Months;

    public override IReadOnlySet<string> Ringing => EnglishTables.Ringing;

    public override IReadOnlySet<string> SaidAsWord => EnglishTables.SaidAsWord;

    public override string Cardinal(long number) =>
        number switch
        {
            < 20 => EnglishTables.Small[number],
            < 100 => EnglishTables.Tens[number / 10] + (number % 10 == 0 ? "" : "-" + EnglishTables.Small[number % 10]),
            < 1_000 => EnglishTables.Small[number / 100] + " hundred" + (number % 100 == 0 ? "" : " and " + Cardinal(number % 100)),
            < 1_000_000 => Above(number, 1_000, "thousand"),
            < 1_000_000_000 => Above(number, 1_000_000, "million"),
            _ => Above(number, 1_000_000_000, "billion"),
        };

    public override string Ordinal(int number) =>
        number switch
        {
            < 20 => EnglishTables.SmallOrdinals[number],
            < 100 when number % 10 == 0 => EnglishTables.Tens[number / 10][..^1] + "ieth",
            < 100 => EnglishTables.Tens[number / 10] + "-" + EnglishTables.SmallOrdinals[number % 10],
            _ when number % 100 == 0 => Cardinal(number) + "th",
            _ => Cardinal(number / 100 * 100) + " and " + Ordinal(number % 100),
        };

    public override bool IsOrdinalEnding(string ending) => ending is "st" or "nd" or "rd" or "th";

    public override string Year(int year) =>
        year is >= 2000 and < 2010 ? Cardinal(year)
        : year % 100 == 0 ? Cardinal(year / 100) + " hundred"
        : year % 100 < 10 ? $"{Cardinal(year / 100)} oh {Cardinal(year % 100)}"
        : $"{Cardinal(year / 100)} {Cardinal(year % 100)}";

    public override bool IsYearAfter(string word) => EnglishTables.BeforeYears.Contains(word);

    public override string Decimal(long whole, string fraction) => $"{Cardinal(whole)} point {Digits(fraction)}";

    public override string Spelled(char letter) =>
        EnglishTables.Alphabet.TryGetValue(char.ToUpperInvariant(letter), out var name)
            ? $"{char.ToUpperInvariant(letter)} for {name}"
            : char.ToUpperInvariant(letter).ToString();

    public override string Time(int hour, int minute, char? half)
    {
        var of12 = hour % 12 == 0 ? 12 : hour % 12;
        var clock =
            minute == 0 ? Cardinal(of12)
            : minute < 10 ? $"{Cardinal(of12)} oh {Cardinal(minute)}"
            : $"{Cardinal(of12)} {Cardinal(minute)}";
        return half is { } written ? $"{clock} {char.ToUpperInvariant(written)} M"
            : (hour, minute) == (12, 0) ? "twelve noon"
            : (hour % 24, minute) == (0, 0) ? "twelve midnight"
            : $"{clock} {PartOfDay(hour % 24)}";
    }

    public override string Date(int day, int month, int? year) =>
        $"the {Ordinal(day)} of {EnglishTables.MonthNames[month - 1]}{(year is { } known ? " " + Year(known) : "")}";

    public override string Euros(long euros, int cents)
    {
        var whole = $"{Cardinal(euros)} {(euros == 1 ? "euro" : "euros")}";
        return cents == 0 ? whole
            : euros == 0 ? $"{Cardinal(cents)} {(cents == 1 ? "cent" : "cents")}"
            : $"{whole} {Cardinal(cents)}";
    }

    public override string Euros(string number, string many) => $"{number} {many} euros";

    public override string Metres(int metres, int centimetres)
    {
        var whole = $"{Cardinal(metres)} {(metres == 1 ? "metre" : "metres")}";
        return centimetres == 0 ? whole : $"{whole} {Cardinal(centimetres)}";
    }

    public override string? Aged(int years, string ending) =>
        ending is "year-old" or "year-olds"
            ? string.Create(CultureInfo.InvariantCulture, $"{Cardinal(years)} {ending.Replace('-', ' ')}")
            : null;

    private string Above(long number, long unit, string name)
    {
        var rest = number % unit;
        return $"{Cardinal(number / unit)} {name}"
            + (
                rest == 0 ? ""
                : rest < 100 ? " and " + Cardinal(rest)
                : " " + Cardinal(rest)
            );
    }

    private static string PartOfDay(int hour) =>
        hour switch
        {
            < 6 => "at night",
            < 12 => "in the morning",
            < 18 => "in the afternoon",
            _ => "in the evening",
        };
}
