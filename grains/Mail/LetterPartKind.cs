namespace Burgernet.Grains.Mail;

/// <summary>What a part of a letter is.</summary>
internal enum LetterPartKind
{
    /// <summary>A paragraph of ours.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A link.</summary>
    Link,

    /// <summary>What somebody wrote, a dispatcher for instance.</summary>
    Text,
}
