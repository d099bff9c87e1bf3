using System.Globalization;
using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Burgernet.Api.Participants;

/// <summary>The version of a participant as an entity tag (RFC 9110 §8.8.3): <c>"3"</c>.</summary>
internal static class EntityTag
{
    /// <summary>Puts the version on the answer.</summary>
    public static void Write(HttpResponse response, long version) => response.Headers.ETag = $"\"{version}\"";

    /// <summary>Reads If-Match (RFC 9110 §13.1.1): the version that the caller saw, or null for any.</summary>
    /// <returns>False, with a problem, where there is none or it cannot be right.</returns>
    public static bool TryReadIfMatch(HttpRequest request, ProblemSink problems, out long? version)
    {
        version = null;
        var values = request.Headers.IfMatch;
        if (values.Count == 0)
        {
            problems.Add(ParticipantReasons.IfMatchMissing, "If-Match");
            return false;
        }

        var tag = values.ToString();
        if (tag == "*")
        {
            return true;
        }

        if (
            tag is ['"', .. var inner, '"']
            && long.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0
        )
        {
            version = number;
            return true;
        }

        problems.Add(ParticipantReasons.IfMatchInvalid, "If-Match");
        return false;
    }
}
