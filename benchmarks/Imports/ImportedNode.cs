using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Burgernet.Benchmarks.Imports;

/// <summary>A node, as a process of its own, on a register that was imported.</summary>
/// <param name="Ready">From the start of the process until it takes requests.</param>
/// <param name="Warm">From the start of the process until every cell is in memory.</param>
/// <param name="Bytes">What it holds of the machine's memory when it is warm.</param>
/// <param name="MostBytes">The most that it held until then.</param>
internal sealed partial record ImportedNode(TimeSpan Ready, TimeSpan Warm, long Bytes, long MostBytes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Starts one, waits until it is warm, and ends it.</summary>
    /// <param name="connection">Of the database.</param>
    public static async Task<ImportedNode> Start(string connection)
    {
        var folder = Directory.CreateTempSubdirectory("burgernet-bench-node-").FullName;
        var began = TimeProvider.System.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(
                Path.Combine(AppContext.BaseDirectory, "Burgernet.Silo"),
                [
                    "--urls=http://127.0.0.1:0",
                    "--Burgernet:Node:Language=en",
                    $"--Burgernet:Storage:Folder={folder}",
                    "--Burgernet:Storage:Provider=postgres",
                    $"--Burgernet:Storage:ConnectionString={connection}",
                    "--Burgernet:Demonstration:Participants=0",
                    .. InventedRegister.Keys.Select(setting => $"--{setting}"),
                ]
            )
            {
                WorkingDirectory = AppContext.BaseDirectory,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        try
        {
            var address = await Address(process.StandardOutput).WaitAsync(Patience);
            var ready = TimeProvider.System.GetElapsedTime(began);
            _ = process.StandardOutput.ReadToEndAsync();
            using var http = new HttpClient { BaseAddress = new Uri(address) };
            while (await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)) != "Healthy")
            {
                if (TimeProvider.System.GetElapsedTime(began) > Patience)
                {
                    throw new TimeoutException($"The node was not warm after {Patience}");
                }

                await Task.Delay(Look, TimeProvider.System);
            }

            var warm = TimeProvider.System.GetElapsedTime(began);
            return new ImportedNode(ready, warm, Memory(process.Id, "VmRSS"), Memory(process.Id, "VmHWM"));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> Address(StreamReader output)
    {
        var said = new List<string>();
        while (await output.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (ApiLine().Match(line) is { Success: true } match)
            {
                return match.Groups["address"].Value;
            }
        }

        throw new InvalidOperationException($"The node did not start:\n{string.Join('\n', said)}");
    }

    /// <summary>A line of <c>/proc/…/status</c>, in bytes.</summary>
    private static long Memory(int process, string name)
    {
        var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status"))
            .First(line => line.StartsWith(name + ':', StringComparison.Ordinal));
        return 1_024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\s*API\s+(?<address>http://[^/\s]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ApiLine();
}
