using System.Globalization;

namespace Burgernet.TestKit;

/// <summary>Gives each endpoint that a test or a load run starts media ports of its own, so that late packets of one reach no other, in this process or any other on the machine.</summary>
/// <remarks>
/// The ports 10,000 to 31,999 (below Linux' ephemeral range) are cut into blocks. A process claims a block by a lock on a file, which the
/// system takes back when the process ends, however it ends. Tests hold a few and hand them out in turn. Where all are claimed, ports are
/// shared: endpoints step over those that are bound.
/// </remarks>
public static class MediaPorts
{
    private const int First = 10_000;
    private const int BlockSize = 1_000;
    private const int Blocks = 22;

    /// <summary>So many for <see cref="Next"/>: three projects of tests and the small chaos run side by side, and what they leave is a row for the soak, which would else share its ports.</summary>
    private const int MostHeld = 4;

    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "burgernet-media-ports");
    private static readonly Lock Gate = new();
    private static readonly List<int> Turns = [];
    private static readonly Dictionary<int, FileStream> Claims = [];
    private static int _turn;

    /// <summary>A block of its own, or one that an endpoint had some turns ago: room for 500 calls at a time, those of the last two seconds included.</summary>
    public static (int First, int Last) Next()
    {
        lock (Gate)
        {
            // Another process began elsewhere: it finds what is free the sooner.
            for (var i = 0; i < Blocks && Turns.Count < MostHeld; i++)
            {
                var block = (Environment.ProcessId + i) % Blocks;
                if (!Claims.ContainsKey(block) && TryClaim(block))
                {
                    Turns.Add(block);
                    return Ports(block, 1);
                }
            }

            return Ports(Turns.Count == 0 ? Environment.ProcessId % Blocks : Turns[_turn++ % Turns.Count], 1);
        }
    }

    /// <summary>The settings for a section: <c>Burgernet:Carrier</c> or <c>Burgernet:Practice</c>.</summary>
    public static string[] For(string section)
    {
        var (first, last) = Next();
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{section}:FirstMediaPort={first}"),
            string.Create(CultureInfo.InvariantCulture, $"{section}:LastMediaPort={last}"),
        ];
    }

    /// <summary>Blocks side by side: for load that needs more than one.</summary>
    /// <param name="ports">How many port numbers; a call needs two, and so does each that ended within the last two seconds.</param>
    /// <returns>At least so many, or the longest free row; one shared block where nothing is free.</returns>
    public static MediaPortRow Row(int ports)
    {
        lock (Gate)
        {
            var wanted = Math.Clamp((ports + BlockSize - 1) / BlockSize, 1, Blocks);
            var ours = Enumerable.Range(0, Blocks).Where(block => !Claims.ContainsKey(block) && TryClaim(block)).ToHashSet();
            var (start, length) = (Environment.ProcessId % Blocks, 0);
            for (var block = 0; block < Blocks && length < wanted; block++)
            {
                var row = Enumerable.Range(block, wanted).TakeWhile(ours.Contains).Count();
                (start, length) = row > length ? (block, row) : (start, length);
            }

            var taken = Enumerable.Range(start, length).ToArray();
            Release(ours.Except(taken));
            var (first, last) = Ports(start, Math.Max(1, length));
            return new MediaPortRow(first, last, () => Release(taken));
        }
    }

    private static (int First, int Last) Ports(int block, int count) =>
        (First + (block * BlockSize), First + ((block + count) * BlockSize) - 1);

    private static void Release(IEnumerable<int> blocks)
    {
        lock (Gate)
        {
            foreach (var block in blocks)
            {
                Claims.Remove(block, out var claim);
                claim?.Dispose();
            }
        }
    }

    private static bool TryClaim(int block)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            var path = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{Ports(block, 1).First}"));
            Claims.Add(block, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
