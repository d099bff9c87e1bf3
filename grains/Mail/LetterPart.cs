namespace Burgernet.Grains.Mail;

/// <summary>A paragraph, or a link with its words.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Url">Where it leads, or null.</param>
internal sealed record LetterPart(string Words, string? Url = null);
