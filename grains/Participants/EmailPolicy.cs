using System.Buffers;
using System.Globalization;

namespace Burgernet.Grains.Participants;

/// <summary>Which e-mail addresses may be registered. What counts is a mail that arrives; this keeps out what cannot be one.</summary>
internal static class EmailPolicy
{
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;
    private const int LongestLabel = 63;

    /// <summary>RFC 5322 §3.2.3 atext, and the dot: the characters of an unquoted local part.</summary>
    private static readonly SearchValues<char> LocalCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+-/=?^_`{|}~"
    );

    /// <summary>Reads an address; the domain becomes lower-case ASCII (IDNA), the local part stays as it is.</summary>
    /// <returns>Null when it is none.</returns>
    public static string? Read(string text)
    {
        var address = text.Trim();
        var at = address.LastIndexOf('@');
        if (address.Length > LongestAddress || at is < 1 or > LongestLocalPart)
        {
            return null;
        }

        var local = address[..at];
        if (
            local.AsSpan().ContainsAnyExcept(LocalCharacters)
            || local.StartsWith('.')
            || local.EndsWith('.')
            || local.Contains("..", StringComparison.Ordinal)
        )
        {
            return null;
        }

        return Domain(address[(at + 1)..]) is { } domain && at + 1 + domain.Length <= LongestAddress ? $"{local}@{domain}" : null;
    }

    /// <summary>The form that is looked up: nobody remembers in which case they wrote it.</summary>
    /// <param name="address">An address as <see cref="Read"/> gives it, or as somebody types it to search.</param>
    public static string Normal(string address) => (Read(address) ?? address.Trim()).ToLowerInvariant();

    private static string? Domain(string text)
    {
        string ascii;
        try
        {
            ascii = new IdnMapping { UseStd3AsciiRules = true }
                .GetAscii(text)
                .ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }

        var labels = ascii.Split('.');
        return
            labels.Length >= 2
            && labels.All(label => label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-')
            && !labels[^1].All(char.IsAsciiDigit)
            ? ascii
            : null;
    }
}
