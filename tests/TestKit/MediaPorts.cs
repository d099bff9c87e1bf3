using System.Globalization;

namespace Burgernet.TestKit;

/// <summary>Gives each endpoint that a test starts in a process of its own a block of media ports of its own, so that late packets of one reach no other.</summary>
/// <remarks>Which block comes first depends on the process: two runs on one machine rarely meet, and where they do the endpoints step over ports that are taken.</remarks>
public static class MediaPorts
{
    private const int First = 10_000;
    private const int BlockSize = 1_000;
    private const int Blocks = 22; // up to 31,999: below Linux' ephemeral range

    private static int _taken = Environment.ProcessId;

    /// <summary>The settings for a section: <c>Burgernet:Carrier</c> or <c>Burgernet:Practice</c>.</summary>
    public static string[] For(string section)
    {
        var first = First + ((int)((uint)Interlocked.Increment(ref _taken) % Blocks) * BlockSize);
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{section}:FirstMediaPort={first}"),
            string.Create(CultureInfo.InvariantCulture, $"{section}:LastMediaPort={first + BlockSize - 1}"),
        ];
    }
}
