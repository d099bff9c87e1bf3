using Burgernet.Participants;

namespace Burgernet.Dialing;

/// <summary>One call to a dispatcher's own phone, to hear what people will hear. Its intent is stored.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.preview-order")]
public sealed record PreviewOrder
{
    /// <summary>The preview.</summary>
    [Id(0)]
    public required Guid PreviewId { get; init; }

    /// <summary>Whose message is played.</summary>
    [Id(1)]
    public required Guid ActionId { get; init; }

    /// <summary>The E.164 number. Never logged, nor stored.</summary>
    [Id(2)]
    public required PersonalText Number { get; init; }

    /// <summary>The language of the message.</summary>
    [Id(3)]
    public required Language Language { get; init; }

    /// <summary>Whether the action is practice: it never leaves by a live carrier, nor a live one by a practice carrier.</summary>
    [Id(4)]
    public required bool Practice { get; init; }

    /// <summary>How long it may wait for a line.</summary>
    [Id(5)]
    public required TimeSpan Wait { get; init; }
}
