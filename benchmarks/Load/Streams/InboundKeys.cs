namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>Which keys a phone presses, known to both sides by the number that is called.</summary>
internal static class InboundKeys
{
    public const int Count = 5;
    private const string All = "0123456789*#";

    /// <summary>Between the first press of a call and the last.</summary>
    public static TimeSpan Spacing { get; } = TimeSpan.FromSeconds(2);

    public static string NumberOf(long call) => $"+3197{call:0000000}";

    public static int CallOf(string number) =>
        int.Parse(number.AsSpan(number.Length - 7), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Neighbours and repeats among them: the same key twice in a row is two keys.</summary>
    public static char Of(int call, int index) => All[((call * 7) + (index / 2 * 5)) % All.Length];
}
