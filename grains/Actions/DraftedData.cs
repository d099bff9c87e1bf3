using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>drafted</c>. The media came later: older events have none, and were spoken.</summary>
public sealed record DraftedData(
    ActionKind Kind,
    string Description,
    string IncidentNumber,
    bool Practice,
    string Carrier,
    AreaData Area,
    PointData IncidentPoint,
    IReadOnlyList<MessageData> Messages,
    IReadOnlyList<Medium>? Media = null
);
