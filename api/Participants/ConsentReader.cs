using System.Globalization;
using Burgernet.Api.Json;
using Burgernet.Participants;

namespace Burgernet.Api.Participants;

/// <summary>Reads to what and when somebody agreed: <c>{"at":"2026-01-31T12:00:00Z","textVersion":"2026-01"}</c>.</summary>
internal static class ConsentReader
{
    /// <summary>The consent, or null where there is none. A time that is none is the year 1, for the register to refuse.</summary>
    public static Consent? Read(JsonFields parent)
    {
        if (!parent.Has("consent") || parent.RequiredObject("consent", "at", "textVersion") is not { } fields)
        {
            return null;
        }

        var right = DateTimeOffset.TryParseExact(
            fields.Text("at"),
            ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        );
        return new Consent(right ? at : DateTimeOffset.MinValue, fields.Text("textVersion") ?? "");
    }
}
