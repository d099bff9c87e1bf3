using Burgernet.Participants;

namespace Burgernet.Grains.Speech;

/// <summary>How a language says numbers, times and the like. Pure; one instance a language.</summary>
internal abstract class SpeechLanguage
{
    private static readonly DutchSpeech Dutch = new();
    private static readonly EnglishSpeech English = new();

    /// <summary>The word for a range's dash: "twaalf tot en met veertien".</summary>
    public abstract string Through { get; }

    /// <summary>The word between two times or other figures.</summary>
    public abstract string Until { get; }

    public abstract string Or { get; }

    public abstract string And { get; }

    public abstract string Percent { get; }

    public abstract string Degrees { get; }

    /// <summary>What the dot of a web address is called.</summary>
    public abstract string Dot { get; }

    /// <summary>What stands between thousands: the other one of <c>,</c> and <c>.</c> parts decimals.</summary>
    public abstract char ThousandsMark { get; }

    /// <summary>Abbreviations in lower case without a last dot, and what is said.</summary>
    public abstract IReadOnlyDictionary<string, string> Abbreviations { get; }

    /// <summary>Of these, the ones that are words of their own unless a dot follows.</summary>
    public abstract IReadOnlySet<string> OnlyWithDot { get; }

    /// <summary>Units after a number, as they are written, for one and for many.</summary>
    public abstract IReadOnlyDictionary<string, (string One, string Many)> Units { get; }

    /// <summary>Months in lower case, whole and abbreviated, 1 to 12.</summary>
    public abstract IReadOnlyDictionary<string, int> Months { get; }

    /// <summary>Words after which 112 is the number to ring.</summary>
    public abstract IReadOnlySet<string> Ringing { get; }

    /// <summary>Short words in capitals that are said as words, not letter by letter.</summary>
    public abstract IReadOnlySet<string> SaidAsWord { get; }

    /// <summary>The language's rules.</summary>
    public static SpeechLanguage Of(Language language) => language == Language.English ? English : Dutch;

    /// <summary>A whole number, 0 to 999,999,999,999.</summary>
    public abstract string Cardinal(long number);

    /// <summary>"tweede", of 1 to 999.</summary>
    public abstract string Ordinal(int number);

    /// <summary>What the ending of a written ordinal is, as in "2e" and "2nd".</summary>
    public abstract bool IsOrdinalEnding(string ending);

    /// <summary>A year, 1100 to 2099.</summary>
    public abstract string Year(int year);

    /// <summary>Whether a number of four digits after a word is a year.</summary>
    public abstract bool IsYearAfter(string word);

    /// <summary>One digit.</summary>
    public string Digit(char digit) => Cardinal(digit - '0');

    /// <summary>Digits one by one.</summary>
    public string Digits(string digits) => string.Join(' ', digits.Select(Digit));

    /// <summary>A number with decimals: "twee komma vijf".</summary>
    public abstract string Decimal(long whole, string fraction);

    /// <summary>A letter so that it is taken for no other: "B van Bernard".</summary>
    public abstract string Spelled(char letter);

    /// <summary>A time of day.</summary>
    /// <param name="hour">0 to 24.</param>
    /// <param name="minute">0 to 59.</param>
    /// <param name="half">'a' or 'p' where am or pm was written.</param>
    public abstract string Time(int hour, int minute, char? half);

    /// <summary>A date; the year may be unknown.</summary>
    public abstract string Date(int day, int month, int? year);

    /// <summary>An amount in euro.</summary>
    public abstract string Euros(long euros, int cents);

    /// <summary>An amount such as 2.5 million.</summary>
    public abstract string Euros(string number, string many);

    /// <summary>A height: "één meter tachtig".</summary>
    public abstract string Metres(int metres, int centimetres);

    /// <summary>An age as an adjective or noun, of "7-jarige" or "7-year-old"; null where the ending is none.</summary>
    public abstract string? Aged(int years, string ending);
}
