using System.Globalization;

namespace Burgernet.Api.Live;

/// <summary>What of a request for a live view is decided without asking anybody. Pure.</summary>
internal static class LivePolicy
{
    /// <summary>Where to go on: what the header says, which a browser keeps up to date, before what the address says, which stays as it was.</summary>
    /// <param name="header">Last-Event-ID, or null; empty is none (WHATWG HTML §9.2.4).</param>
    /// <param name="query">The parameter <c>after</c>, or null.</param>
    /// <returns>The sequence, 0 for the start; null where it is none.</returns>
    public static long? PlaceOf(string? header, string? query) =>
        (string.IsNullOrEmpty(header) ? query : header) is not { } text || text.Length == 0 ? 0
        : text.Length <= 18 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place
        : null;
}
