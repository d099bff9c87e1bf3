using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>Which postcodes with house numbers can be right.</summary>
internal static class AddressPolicy
{
    private const int HighestNumber = 99_999;
    private const int LongestAddition = 6;

    // Never given out.
    private static readonly string[] WithheldLetters = ["SA", "SD", "SS"];

    /// <summary>A postcode as <c>7411KT</c>, or null: 1000 to 9999 and two letters, with or without a space, in any case.</summary>
    public static string? ReadPostcode(string text)
    {
        var postcode = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return
            postcode is [>= '1' and <= '9', _, _, _, _, _]
            && postcode.AsSpan(1, 3).IndexOfAnyExceptInRange('0', '9') < 0
            && postcode.AsSpan(4).IndexOfAnyExceptInRange('A', 'Z') < 0
            && !WithheldLetters.Contains(postcode[4..], StringComparer.Ordinal)
            ? postcode
            : null;
    }

    /// <summary>Reads an address.</summary>
    /// <param name="address">As typed.</param>
    /// <param name="read">In its normal form when it is accepted.</param>
    /// <returns>Why it is refused, or null.</returns>
    public static ParticipantRefusalCode? Check(DutchAddress address, out DutchAddress read)
    {
        read = address;
        if (ReadPostcode(address.Postcode.Value ?? "") is not { } postcode)
        {
            return ParticipantRefusalCode.PostcodeInvalid;
        }

        var addition = address.Addition?.Value?.Trim() ?? "";
        if (
            address.HouseNumber is < 1 or > HighestNumber
            || addition.Length > LongestAddition
            || !addition.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-')
        )
        {
            return ParticipantRefusalCode.HouseNumberInvalid;
        }

        read = new DutchAddress(
            new PersonalText(postcode),
            address.HouseNumber,
            addition.Length == 0 ? null : new PersonalText(addition.ToUpperInvariant())
        );
        return null;
    }

    /// <summary>The form that is looked up: postcode and number; whoever searches finds every addition.</summary>
    /// <param name="postcode">As <see cref="ReadPostcode"/> gives it.</param>
    /// <param name="houseNumber">The number.</param>
    public static string Normal(string postcode, int houseNumber) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{postcode} {houseNumber}");
}
