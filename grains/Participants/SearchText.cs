namespace Burgernet.Grains.Participants;

/// <summary>Numbers and addresses as a list shows them: to recognise one that is known, not to learn one.</summary>
internal static class SearchText
{
    private const char Hidden = '•';
    private const int CountryLength = 3;
    private const int Shown = 2;

    /// <summary><c>+31•••••••78</c>.</summary>
    public static string MaskPhone(string e164) =>
        e164.Length <= CountryLength + Shown
            ? new string(Hidden, e164.Length)
            : $"{e164[..CountryLength]}{new string(Hidden, e164.Length - CountryLength - Shown)}{e164[^Shown..]}";

    /// <summary><c>j•••@example.org</c>: how long the rest is does not show.</summary>
    public static string MaskEmail(string address) =>
        address.LastIndexOf('@') is > 0 and var at ? $"{address[0]}{new string(Hidden, 3)}{address[at..]}" : new string(Hidden, 3);
}
