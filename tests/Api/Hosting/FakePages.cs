using System.Globalization;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Pages over numbered rows; a cursor is the number of the next row.</summary>
internal static class FakePages
{
    public static (IReadOnlyList<int> Rows, string? Next) Of(int count, string? after, int limit)
    {
        var from = after is null ? 0 : int.Parse(after, CultureInfo.InvariantCulture);
        var rows = Enumerable.Range(from, Math.Max(0, Math.Min(limit, count - from))).ToList();
        return (rows, from + rows.Count < count ? (from + rows.Count).ToString(CultureInfo.InvariantCulture) : null);
    }
}
