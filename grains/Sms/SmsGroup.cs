namespace Burgernet.Grains.Sms;

/// <summary>A message that waits, with its segments.</summary>
/// <param name="Rows">Its rows, by their place in it; one for a whole message.</param>
/// <param name="IsReady">Whether it can be dealt with: all of it is there, or the rest is waited for no longer.</param>
internal sealed record SmsGroup(IReadOnlyList<StoredSms> Rows, bool IsReady)
{
    /// <summary>The row that stands for the whole message: the first segment that came.</summary>
    public StoredSms Head => Rows.MinBy(row => (row.ReceivedAt, row.Id))!;
}
