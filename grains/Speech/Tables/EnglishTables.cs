namespace Burgernet.Grains.Speech;

/// <summary>The words of <see cref="EnglishSpeech"/>.</summary>
internal static class EnglishTables
{
    public static readonly string[] Small =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];

    public static readonly string[] SmallOrdinals =
    [
        "zeroth",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];

    public static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static readonly string[] MonthNames =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    public static readonly Dictionary<string, int> Months = MonthNames
        .Select((name, place) => (Name: name, Number: place + 1))
        .Concat<(string Name, int Number)>([
            ("Jan", 1),
            ("Feb", 2),
            ("Mar", 3),
            ("Apr", 4),
            ("Jun", 6),
            ("Jul", 7),
            ("Aug", 8),
            ("Sep", 9),
            ("Sept", 9),
            ("Oct", 10),
            ("Nov", 11),
            ("Dec", 12),
        ])
        .ToDictionary(month => month.Name, month => month.Number, StringComparer.OrdinalIgnoreCase);

    /// <summary>The NATO alphabet.</summary>
    public static readonly Dictionary<char, string> Alphabet = new()
    {
        ['A'] = "Alfa",
        ['B'] = "Bravo",
        ['C'] = "Charlie",
        ['D'] = "Delta",
        ['E'] = "Echo",
        ['F'] = "Foxtrot",
        ['G'] = "Golf",
        ['H'] = "Hotel",
        ['I'] = "India",
        ['J'] = "Juliet",
        ['K'] = "Kilo",
        ['L'] = "Lima",
        ['M'] = "Mike",
        ['N'] = "November",
        ['O'] = "Oscar",
        ['P'] = "Papa",
        ['Q'] = "Quebec",
        ['R'] = "Romeo",
        ['S'] = "Sierra",
        ['T'] = "Tango",
        ['U'] = "Uniform",
        ['V'] = "Victor",
        ['W'] = "Whiskey",
        ['X'] = "X-ray",
        ['Y'] = "Yankee",
        ['Z'] = "Zulu",
    };

    public static readonly Dictionary<string, (string One, string Many)> Units = new(StringComparer.Ordinal)
    {
        ["mm"] = ("millimetre", "millimetres"),
        ["cm"] = ("centimetre", "centimetres"),
        ["m"] = ("metre", "metres"),
        ["m²"] = ("square metre", "square metres"),
        ["km"] = ("kilometre", "kilometres"),
        ["km/h"] = ("kilometre an hour", "kilometres an hour"),
        ["km/u"] = ("kilometre an hour", "kilometres an hour"),
        ["kmh"] = ("kilometre an hour", "kilometres an hour"),
        ["mph"] = ("mile an hour", "miles an hour"),
        ["g"] = ("gram", "grams"),
        ["kg"] = ("kilo", "kilos"),
        ["l"] = ("litre", "litres"),
        ["ml"] = ("millilitre", "millilitres"),
        ["ft"] = ("foot", "feet"),
        ["%"] = ("percent", "percent"),
        ["°C"] = ("degree", "degrees"),
        ["°"] = ("degree", "degrees"),
        ["yr"] = ("year", "years"),
        ["yrs"] = ("year", "years"),
        ["min"] = ("minute", "minutes"),
        ["mins"] = ("minute", "minutes"),
        ["sec"] = ("second", "seconds"),
    };

    public static readonly Dictionary<string, string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["a.k.a"] = "also known as",
        ["approx"] = "approximately",
        ["asap"] = "as soon as possible",
        ["ave"] = "Avenue",
        ["ca"] = "about",
        ["dr"] = "Doctor",
        ["e.g"] = "for example",
        ["etc"] = "et cetera",
        ["i.e"] = "that is",
        ["incl"] = "including",
        ["km/h"] = "kilometres an hour",
        ["max"] = "at most",
        ["min"] = "at least",
        ["mr"] = "Mister",
        ["mrs"] = "Missis",
        ["ms"] = "Miz",
        ["no"] = "number",
        ["nos"] = "numbers",
        ["nr"] = "near",
        ["rd"] = "Road",
        ["st"] = "Street",
        ["tel"] = "telephone",
        ["vs"] = "versus",
        ["w/o"] = "without",
        ["yrs"] = "years",
    };

    public static readonly HashSet<string> OnlyWithDot = new(StringComparer.OrdinalIgnoreCase)
    {
        "ave",
        "max",
        "min",
        "ms",
        "no",
        "nos",
        "st",
        "tel",
    };

    public static readonly HashSet<string> Ringing = new(StringComparer.Ordinal)
    {
        "call",
        "called",
        "calling",
        "dial",
        "on",
        "number",
        "phone",
        "ring",
    };

    public static readonly HashSet<string> BeforeYears = new(StringComparer.Ordinal)
    {
        "built",
        "from",
        "in",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "model",
        "of",
        "since",
        "until",
        "year",
    };

    public static readonly HashSet<string> SaidAsWord = new(StringComparer.Ordinal) { "ALDI", "HEMA", "NATO", "PIN", "SIM" };
}
