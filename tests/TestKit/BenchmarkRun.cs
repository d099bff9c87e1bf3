using System.Diagnostics;
using System.Text;
using Xunit;

namespace Burgernet.TestKit;

/// <summary>A command of <c>benchmarks</c>, run as whoever measures runs it, in a process of its own: what it counts of memory and descriptors is its own.</summary>
public static class BenchmarkRun
{
    /// <summary>Runs it to its end; fails, with its report, where a gate does not hold.</summary>
    /// <param name="limit">How long it may take.</param>
    /// <param name="arguments">The command.</param>
    public static async Task ExpectGatesHold(TimeSpan limit, params IEnumerable<string> arguments)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(RepositoryRoot.Path, "benchmarks", "bin", configuration, "net10.0", "Burgernet.Benchmarks.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = RepositoryRoot.Path,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        var output = new StringBuilder();
        DataReceivedEventHandler take = (_, line) =>
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        };
        process.OutputDataReceived += take;
        process.ErrorDataReceived += take;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        ending.CancelAfter(limit);
        try
        {
            await process.WaitForExitAsync(ending.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{string.Join(' ', start.ArgumentList)} did not end within {limit.TotalSeconds} s:\n{output}");
        }

        Assert.True(process.ExitCode == 0, $"{string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}:\n{output}");
    }
}
