using Burgernet.Actions;

namespace Burgernet.Api.Actions;

/// <summary>What a message says as an SMS, in one language.</summary>
public sealed record TextJson
{
    /// <summary>The language: nl, en.</summary>
    public required string Language { get; init; }

    /// <summary>The text, exactly as it is sent.</summary>
    public required string Text { get; init; }

    /// <summary>SMS that it takes.</summary>
    public required int Segments { get; init; }

    /// <summary>The same text with some characters written in another way, where that takes fewer SMS. It is not what is sent: draft again with it, if you like.</summary>
    public string? Offer { get; init; }

    /// <summary>SMS that the offer takes.</summary>
    public int? OfferedSegments { get; init; }

    internal static TextJson Of(TextSummary text) =>
        new()
        {
            Language = text.Language == Burgernet.Participants.Language.English ? "en" : "nl",
            Text = text.Text,
            Segments = text.Segments,
            Offer = text.Offer,
            OfferedSegments = text.Offer is null ? null : text.OfferedSegments,
        };
}
