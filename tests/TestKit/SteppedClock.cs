using System.Globalization;

namespace Burgernet.TestKit;

/// <summary>The wall clock of one process, which a test steps while it runs (libfaketime, loaded before the C library). Its monotonic clock goes on as it went.</summary>
public sealed class SteppedClock
{
    private const string Library = "libfaketimeMT.so.1";

    private readonly string _file;
    private readonly string _library;

    private SteppedClock(string file, string library) => (_file, _library) = (file, library);

    /// <summary>Makes one that is right; skips the running test where libfaketime is not installed (fails in CI).</summary>
    /// <param name="folder">Where it keeps by how much it is off.</param>
    public static SteppedClock Create(string folder)
    {
        Peers.Require("faketime", "faketime");
        var library = Directory
            .GetDirectories("/usr/lib")
            .Select(found => Path.Combine(found, "faketime", Library))
            .FirstOrDefault(File.Exists);
        if (library is null)
        {
            Peers.Missing($"{Library} is not below /usr/lib (package libfaketime)");
        }

        var clock = new SteppedClock(Path.Combine(folder, $"clock-{Guid.NewGuid():N}"), library!);
        clock.Set(TimeSpan.Zero);
        return clock;
    }

    /// <summary>What the process must find in its environment.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LD_PRELOAD"] = _library,
            ["FAKETIME_TIMESTAMP_FILE"] = _file,
            ["FAKETIME_NO_CACHE"] = "1",
            ["DONT_FAKE_MONOTONIC"] = "1",

            // Else timed waits on condition variables, .NET's locks among them, end at once.
            ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
        };

    /// <summary>Sets it so far from the true time; positive is ahead. The process sees it at its next look.</summary>
    public void Set(TimeSpan off)
    {
        // In one go: the process must never read half of it.
        var next = _file + ".next";
        File.WriteAllText(next, off.TotalSeconds.ToString("+0.000;-0.000", CultureInfo.InvariantCulture));
        File.Move(next, _file, overwrite: true);
    }
}
