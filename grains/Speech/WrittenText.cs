namespace Burgernet.Grains.Speech;

/// <summary>A text on its way to being said: tries the rules at a place and says what the first that fits makes of it.</summary>
internal sealed class WrittenText(string text, SpeechLanguage language, SpokenWords words)
{
    private static readonly Func<WrittenText, int, int>[] Rules =
    [
        AmountRules.Say,
        DateRules.Say,
        PlateRules.Say,
        PhoneRules.Say,
        TimeRules.Say,
        MeasureRules.Say,
        NumberRules.Say,
        WordRules.Say,
    ];

    /// <summary>Fewer capitals than this are initials or a plate, not a text all in capitals.</summary>
    private const int ManyCapitals = 12;

    private readonly Lazy<bool> _shouts = new(() =>
        text.Count(char.IsUpper) is > ManyCapitals and var capitals && capitals > text.Count(char.IsLower)
    );

    public string Text => text;

    public SpeechLanguage Language => language;

    public SpokenWords Words => words;

    /// <summary>Whether most of it is in capitals: they say nothing then.</summary>
    public bool Shouts => _shouts.Value;

    /// <summary>Whether rules are tried at a character.</summary>
    public static bool BeginsSomething(char c) => char.IsLetterOrDigit(c) || c is '€' or '+';

    /// <summary>Says what begins at a place.</summary>
    /// <returns>How many characters that took; 0 where no rule fits.</returns>
    public int Say(int at)
    {
        foreach (var rule in Rules)
        {
            if (rule(this, at) is > 0 and var taken)
            {
                return taken;
            }
        }

        return 0;
    }

    /// <summary>Says words for so many characters.</summary>
    public int Take(int characters, string said)
    {
        words.Say(said);
        return characters;
    }
}
