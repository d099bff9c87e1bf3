using System.Text;

namespace Burgernet.Grains.Sms;

/// <summary>Puts the segments of long messages together. Pure.</summary>
internal static class SmsAssembly
{
    /// <summary>What stands where a segment is missing.</summary>
    public const string Gap = "[…]";

    /// <summary>The messages that rows make, in the order in which they began.</summary>
    /// <param name="rows">What waits of one sender, in the order in which it came.</param>
    /// <param name="now">The time.</param>
    /// <param name="limit">How long the rest of a message is waited for.</param>
    public static IReadOnlyList<SmsGroup> Groups(IReadOnlyList<StoredSms> rows, DateTimeOffset now, TimeSpan limit)
    {
        var groups = new List<(StoredSms First, SortedDictionary<int, StoredSms> Rows)>();
        foreach (var row in rows)
        {
            var group = groups.Find(group => IsOfSame(group.First, row, limit) && !group.Rows.ContainsKey(row.Part!.Number));
            if (group.Rows is null)
            {
                group = (row, []);
                groups.Add(group);
            }

            group.Rows.Add(row.Part?.Number ?? 1, row);
        }

        return
        [
            .. groups.Select(group => new SmsGroup(
                [.. group.Rows.Values],
                group.First.State == SmsState.Decided
                    || group.First.Part is not { } part
                    || group.Rows.Count == part.Total
                    || group.First.ReceivedAt + limit <= now
            )),
        ];
    }

    /// <summary>The words of a group, gaps marked.</summary>
    /// <param name="group">Its rows.</param>
    /// <param name="open">Opens what is sealed of one.</param>
    public static SmsContent Join(SmsGroup group, Func<StoredSms, SmsContent> open)
    {
        if (group.Head is { Part: null } or { State: SmsState.Decided })
        {
            return open(group.Head);
        }

        var texts = group.Rows.ToDictionary(row => row.Part!.Number, open);
        var whole = new StringBuilder();
        for (var number = 1; number <= group.Head.Part.Total; number++)
        {
            whole.Append(texts.TryGetValue(number, out var content) ? content.Text : Gap);
        }

        return new SmsContent(texts.Values.First().From, whole.ToString());
    }

    private static bool IsOfSame(StoredSms first, StoredSms row, TimeSpan limit) =>
        first is { State: SmsState.Received, Part: { } one }
        && row is { State: SmsState.Received, Part: { } other }
        && (one.Reference, one.Total, first.To, first.Practice) == (other.Reference, other.Total, row.To, row.Practice)
        && row.ReceivedAt - first.ReceivedAt < limit;
}
