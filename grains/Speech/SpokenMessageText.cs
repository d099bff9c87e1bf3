using Burgernet.Participants;

namespace Burgernet.Grains.Speech;

/// <summary>A whole spoken message: opening, text, closing. Pure.</summary>
internal static class SpokenMessageText
{
    /// <summary>Puts it together.</summary>
    /// <param name="opening">The kind's first sentence as it is set; empty for none.</param>
    /// <param name="words">The text, as it is said.</param>
    /// <param name="closing">The kind's last sentences as they are set, with the number in; empty for none.</param>
    /// <param name="language">In which language.</param>
    public static string Of(string opening, string words, string closing, Language language) =>
        string.Join(
            ' ',
            new[] { SpokenText.Read(opening, language).Words, words, SpokenText.Read(closing, language).Words }
                .Where(part => part.Length > 0)
                .Select(Sentence)
        );

    private static string Sentence(string words) => words[^1] is '.' or '?' or '!' ? words : words.TrimEnd(',') + '.';
}
