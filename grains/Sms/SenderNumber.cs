using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Sms;

/// <summary>Whose number a network says a message is from. Pure.</summary>
internal static class SenderNumber
{
    /// <summary>Fewer digits than this are a short code, which no person has.</summary>
    private const int FewestDigits = 8;

    /// <summary>Longest E.164 number, in digits.</summary>
    private const int MostDigits = 15;

    /// <summary>Reads it.</summary>
    /// <param name="from">As the network wrote it: with a plus sign or two zeros it has its country; with one zero it is Dutch; else it is taken to have its country too, as SMPP writes international numbers (SMPP 3.4 §5.2.5).</param>
    /// <returns>E.164 with the plus sign; null for a short code or for letters.</returns>
    public static string? Read(string from)
    {
        var text = from.Trim();
        var digits = text.StartsWith('+') ? text[1..] : text;
        if (digits.Length is < FewestDigits or > MostDigits + 2 || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        return PhonePolicy.Normal(text.StartsWith('0') || text.StartsWith('+') ? text : $"+{text}");
    }
}
