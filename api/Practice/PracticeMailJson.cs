namespace Burgernet.Api.Practice;

/// <summary>A mail that a practice node kept instead of sending it.</summary>
public sealed record PracticeMailJson
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>To which address.</summary>
    public required string To { get; init; }

    /// <summary>The name that it is from.</summary>
    public required string From { get; init; }

    /// <summary>The language of the letter: nl, en.</summary>
    public required string Language { get; init; }

    /// <summary>Its subject.</summary>
    public required string Subject { get; init; }

    /// <summary>As plain text.</summary>
    public required string Text { get; init; }

    /// <summary>As HTML.</summary>
    public required string Html { get; init; }

    /// <summary>What stands in List-Unsubscribe: one click leaves, or unsubscribes from mail about actions or from articles (RFC 8058).</summary>
    public required string LeaveUrl { get; init; }
}
