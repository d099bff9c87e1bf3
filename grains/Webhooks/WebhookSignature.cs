using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Burgernet.Grains.Webhooks;

/// <summary>Signs a request as the Standard Webhooks specification 1.0 says, so that receivers check it with a library that exists.</summary>
/// <remarks>
/// Standard Webhooks, "Signature scheme": the signed content is <c>msg_id.timestamp.payload</c>, joined by full stops; symmetric signatures are
/// <c>v1,</c> and the base64 of its HMAC-SHA256; several stand in one header, parted by spaces.
/// </remarks>
internal static class WebhookSignature
{
    /// <summary>The value of <c>webhook-signature</c>.</summary>
    /// <param name="secrets">The keys; the newest first.</param>
    /// <param name="id">The value of <c>webhook-id</c>; no full stop in it.</param>
    /// <param name="timestamp">The value of <c>webhook-timestamp</c>, seconds since 1970.</param>
    /// <param name="body">The body, byte for byte.</param>
    public static string Of(IEnumerable<byte[]> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        byte[] content = [.. head, .. body];
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret, content))}"));
    }
}
