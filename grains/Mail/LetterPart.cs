using Burgernet.Participants;

namespace Burgernet.Grains.Mail;

/// <summary>A part of a letter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Words">What it says.</param>
/// <param name="Url">Of a link, where it leads.</param>
/// <param name="Language">Of a text by a person, its language where that is known: it may be another one than the letter's.</param>
internal sealed record LetterPart(LetterPartKind Kind, string Words, string? Url = null, Language? Language = null)
{
    /// <summary>A paragraph of ours.</summary>
    public static LetterPart Paragraph(string words) => new(LetterPartKind.Paragraph, words);

    /// <summary>A heading below that of the letter.</summary>
    public static LetterPart Heading(string words) => new(LetterPartKind.Heading, words);

    /// <summary>A link with its words.</summary>
    public static LetterPart Link(string words, string url) => new(LetterPartKind.Link, words, url);

    /// <summary>What somebody wrote: paragraphs are parted by empty lines, and nothing in it is HTML.</summary>
    public static LetterPart Text(string words, Language? language) => new(LetterPartKind.Text, words, Language: language);
}
