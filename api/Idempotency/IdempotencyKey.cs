using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Burgernet.Api.Idempotency;

/// <summary>The header that makes repeating a POST harmless: 1 to 255 printable ASCII characters.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";

    /// <summary>Reads the key, or says what is wrong with it.</summary>
    public static string? Read(HttpRequest request, ProblemSink problems)
    {
        var values = request.Headers[Header];
        if (values.Count == 0 || string.IsNullOrEmpty(values[0]))
        {
            problems.Add(RequestReasons.IdempotencyKeyMissing, Header);
            return null;
        }

        var key = values[0]!;
        if (values.Count > 1 || key.Length > 255 || !key.All(c => c is >= ' ' and <= '~'))
        {
            problems.Add(RequestReasons.IdempotencyKeyInvalid, Header);
            return null;
        }

        return key;
    }
}
