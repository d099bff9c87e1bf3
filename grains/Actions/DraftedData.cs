using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>drafted</c>. Media, target groups, texts and mails came later: older events have none; they were spoken, and for everyone.</summary>
public sealed record DraftedData(
    ActionKind Kind,
    string Description,
    string IncidentNumber,
    bool Practice,
    string Carrier,
    AreaData Area,
    PointData IncidentPoint,
    IReadOnlyList<MessageData> Messages,
    IReadOnlyList<Medium>? Media = null,
    IReadOnlyList<TargetGroup>? TargetGroups = null,
    IReadOnlyList<TextData>? Texts = null,
    bool? SmsInstead = null,
    IReadOnlyList<MailData>? Mails = null
)
{
    /// <summary>By what the call goes.</summary>
    internal MessageReach Reach => MessageReach.Of(Media ?? [Medium.Voice], SmsInstead == true);
}
