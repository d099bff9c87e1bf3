using System.Globalization;
using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Burgernet.Api;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Limit">At most so many.</param>
/// <param name="After">Where the page before said that this one starts, or null for the first.</param>
internal sealed record Paging(int Limit, string? After)
{
    /// <summary>The number on a page unless the request says.</summary>
    public const int Default = 100;

    /// <summary>Reads the page from the query, or null with the problem.</summary>
    public static Paging? Read(string? limit, string? after, int max, ProblemSink problems)
    {
        var number = Math.Min(Default, max);
        if (
            limit is not null
            && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1 || number > max)
        )
        {
            problems.Add(RequestReasons.InvalidLimit, "limit", max);
            return null;
        }

        if (after is not null && (after.Length is 0 or > 512 || !after.All(c => c is > ' ' and <= '~')))
        {
            problems.Add(RequestReasons.InvalidCursor, "after");
            return null;
        }

        return new Paging(number, after);
    }

    /// <summary>The address of the next page, also put into the Link header (RFC 8288); null on the last.</summary>
    public string? LinkNext(HttpContext http, string? next)
    {
        if (next is null)
        {
            return null;
        }

        // What else was asked is asked again.
        var others = http
            .Request.Query.Where(asked => asked.Key is not ("limit" or "after"))
            .SelectMany(asked => asked.Value.Select(value => $"&{Uri.EscapeDataString(asked.Key)}={Uri.EscapeDataString(value ?? "")}"));
        var address =
            $"{http.Request.PathBase}{http.Request.Path}?limit={Limit.ToString(CultureInfo.InvariantCulture)}&after={Uri.EscapeDataString(next)}{string.Concat(others)}";
        http.Response.Headers.Append("Link", $"<{address}>; rel=\"next\"");
        return address;
    }
}
