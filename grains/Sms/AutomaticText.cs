namespace Burgernet.Grains.Sms;

/// <summary>Whether a text message looks as if a machine wrote it: such a message is answered rarely, so that two machines do not go on for ever. Pure.</summary>
internal static class AutomaticText
{
    /// <summary>What answering machines say, in capitals without accents and punctuation.</summary>
    private static readonly string[] Sayings =
    [
        "AUTOMATISCH ANTWOORD",
        "AUTOMATISCH BERICHT",
        "AUTOMATISCH GEGENEREERD",
        "AUTO REPLY",
        "AUTOREPLY",
        "AUTOMATIC REPLY",
        "AUTOMATED MESSAGE",
        "AUTOMATED REPLY",
        "AUTOMATISCHE ANTWORT",
        "OUT OF OFFICE",
        "AFWEZIGHEID",
        "BEN AFWEZIG",
        "MOMENTEEL AFWEZIG",
        "NIET OP DIT BERICHT",
        "DO NOT REPLY",
        "NOREPLY",
        "IK BEN AAN HET RIJDEN",
        "IK ZIT ACHTER HET STUUR",
        "I M DRIVING",
        "I AM DRIVING",
    ];

    /// <summary>Whether it does.</summary>
    /// <param name="text">The message.</param>
    /// <param name="isSaidBefore">Whether the same sender sent the same words a short while ago.</param>
    public static bool Is(string text, bool isSaidBefore)
    {
        var words = SmsKeywords.Words(text);

        // Our own words come back where a number is forwarded, or quoted by a machine.
        return isSaidBefore
            || text.TrimStart().StartsWith(SmsTexts.Name, StringComparison.OrdinalIgnoreCase)
            || Array.Exists(Sayings, saying => words.Contains(saying, StringComparison.Ordinal));
    }
}
