using System.Diagnostics;

namespace Burgernet.TestKit;

/// <summary>A build of the node.</summary>
/// <param name="Path">Its <c>Burgernet.Silo.dll</c>.</param>
/// <param name="Commit">What it was built from; null for the checkout under test.</param>
public sealed record NodeProgram(string Path, string? Commit)
{
    /// <summary>Building it takes a minute on a machine that does nothing else.</summary>
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(10);

    /// <summary>The one under test.</summary>
    public static NodeProgram Built { get; } =
        new(System.IO.Path.Combine(RepositoryRoot.Path, "silo", "bin", Configuration, "net10.0", File), null);

    private const string File = "Burgernet.Silo.dll";

    private static string Configuration => AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>That of the release before this commit, built first if nobody asked for it yet (<c>tests/previous-release.sh</c>).
    /// Skips the running test where its commit is not to be had (fails in CI).</summary>
    public static async Task<NodeProgram> RequirePrevious()
    {
        using var script = Process.Start(
            new ProcessStartInfo("nice", ["-n", "10", System.IO.Path.Combine(RepositoryRoot.Path, "tests", "previous-release.sh")])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = script.StandardOutput.ReadToEndAsync();
        var errors = script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync().WaitAsync(BuildLimit);
        var reason = (await errors).Trim();
        if (script.ExitCode == 3)
        {
            Peers.Missing(reason);
        }

        Xunit.Assert.True(script.ExitCode == 0, reason);
        var folder = (await output).Trim();
        return new NodeProgram(System.IO.Path.Combine(folder, File), System.IO.Path.GetFileName(folder));
    }
}
