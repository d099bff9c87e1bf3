using System.Globalization;
using Xunit;

namespace Burgernet.TestKit;

/// <summary>Programs that we did not write and that wire tests talk to.</summary>
public static class Peers
{
    private const string PostgresRoot = "/usr/lib/postgresql";

    /// <summary>Whether this run is CI's, where a missing peer is a failure instead of a skip.</summary>
    public static bool IsCi => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The full path of a program on PATH, or where Debian keeps it aside; skips the running test where it is not installed (fails in CI).</summary>
    /// <param name="program">The program's file name, for instance <c>sipp</c>.</param>
    /// <param name="package">The Debian or npm package that brings it, for the reason.</param>
    public static string Require(string program, string package)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(System.IO.Path.PathSeparator)
            .Append("/usr/sbin")
            .Concat(PostgresFolders())
            .Select(folder => System.IO.Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
        if (found is null)
        {
            Missing($"{program} is not installed (package {package})");
        }

        return found ?? program;
    }

    /// <summary>Debian keeps each major version of PostgreSQL in a folder of its own, off PATH; the newest first.</summary>
    private static IEnumerable<string> PostgresFolders() =>
        Directory.Exists(PostgresRoot)
            ? Directory
                .GetDirectories(PostgresRoot)
                .OrderByDescending(folder =>
                    int.TryParse(System.IO.Path.GetFileName(folder), CultureInfo.InvariantCulture, out var major) ? major : 0
                )
                .Select(folder => System.IO.Path.Combine(folder, "bin"))
            : [];

    /// <summary>Reports something that a test needs as missing: a skip with the reason on a user's machine, a failure in CI.</summary>
    /// <param name="reason">What is missing.</param>
    public static void Missing(string reason)
    {
        if (IsCi)
        {
            Assert.Fail($"Missing in CI: {reason}");
        }

        Assert.Skip(reason);
    }
}
