namespace Burgernet.Grains.CallBacks;

/// <summary>The number that was called, however a carrier writes it in a Request-URI. Pure.</summary>
internal static class CalledNumber
{
    private const string Home = "31";

    /// <summary>Whether two spellings mean one number: <c>+31570123456</c>, <c>0031570123456</c>, <c>31570123456</c> and <c>0570123456</c> do.</summary>
    public static bool IsSame(string one, string other) => Digits(one) is { Length: > 0 } digits && digits == Digits(other);

    private static string Digits(string text)
    {
        var semicolon = text.IndexOf(';', StringComparison.Ordinal);
        var user = semicolon < 0 ? text : text[..semicolon];
        var digits = string.Concat(user.Where(char.IsAsciiDigit));
        return digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..]
            : digits.StartsWith('0') ? Home + digits[1..]
            : digits;
    }
}
