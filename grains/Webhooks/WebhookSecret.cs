using System.Buffers.Text;

namespace Burgernet.Grains.Webhooks;

/// <summary>Reads a secret as Standard Webhooks writes it: <c>whsec_</c> and the base64 of 24 to 64 bytes.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Shortest = 24;
    private const int Longest = 64;

    /// <summary>The bytes, or null where it is none.</summary>
    public static byte[]? Read(string? text)
    {
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal) || !Base64.IsValid(text.AsSpan(Prefix.Length)))
        {
            return null;
        }

        var bytes = Convert.FromBase64String(text[Prefix.Length..]);
        return bytes.Length is >= Shortest and <= Longest ? bytes : null;
    }
}
