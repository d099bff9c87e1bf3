using System.Diagnostics;
using Xunit;

namespace Burgernet.TestKit;

/// <summary>The node of the release before this commit.</summary>
public static class PreviousRelease
{
    /// <summary>Building it takes a minute on a machine that does nothing else.</summary>
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(10);

    /// <summary>That of the release before this commit, built first if nobody asked for it yet (<c>tests/previous-release.sh</c>).
    /// Skips the running test where its commit is not to be had (fails in CI).</summary>
    public static async Task<NodeProgram> Require()
    {
        using var script = Process.Start(
            new ProcessStartInfo("nice", ["-n", "10", Path.Combine(RepositoryRoot.Path, "tests", "previous-release.sh")])
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

        Assert.True(script.ExitCode == 0, reason);
        var folder = (await output).Trim();
        return new NodeProgram(Path.Combine(folder, NodeProgram.File), Path.GetFileName(folder));
    }
}
