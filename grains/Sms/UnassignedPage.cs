namespace Burgernet.Grains.Sms;

/// <summary>A page of messages that fit no action.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="Next">Where the next page begins, or null after the last.</param>
public sealed record UnassignedPage(IReadOnlyList<StoredSms> Messages, string? Next);
