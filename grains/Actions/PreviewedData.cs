using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>previewed</c>: what became of a preview.</summary>
public sealed record PreviewedData(
    Guid PreviewId,
    PreviewResult Result,
    int SipStatus,
    int PlayedMilliseconds,
    DateTimeOffset? RangAt = null,
    DateTimeOffset? AnsweredAt = null
);
