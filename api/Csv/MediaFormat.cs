using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Burgernet.Api.Csv;

/// <summary>Which of its forms a resource is asked for in: by the ending of its address, else by Accept (RFC 9110 §12.5.1).</summary>
internal static class MediaFormat
{
    public const string Json = "application/json";
    public const string Csv = "text/csv";
    public const string GeoJson = "application/geo+json";

    /// <summary>The form that is liked best of those offered; the first one when nothing says.</summary>
    public static string Choose(HttpRequest request, params string[] offered)
    {
        if (!MediaTypeHeaderValue.TryParseList([.. request.Headers.Accept.OfType<string>()], out var accepted))
        {
            return offered[0];
        }

        return offered.MaxBy(type =>
                accepted.Where(range => Matches(range, type)).Select(range => range.Quality ?? 1).DefaultIfEmpty().Max()
            ) ?? offered[0];
    }

    private static bool Matches(MediaTypeHeaderValue range, string type) =>
        range.MatchesAllTypes || range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);
}
