using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Burgernet.Benchmarks.Sms;

/// <summary>npm <c>smpp</c>: as the SMSC that both clients submit to, and as the client that ours is compared with.</summary>
internal sealed class NodeSmpp : IDisposable
{
    private readonly Process[] _processes;

    private NodeSmpp(Process[] processes, IPEndPoint[] endPoints) => (_processes, EndPoints) = (processes, endPoints);

    /// <summary>Where the SMSC listens: one for each of its processes.</summary>
    public IReadOnlyList<IPEndPoint> EndPoints { get; }

    /// <summary>Starts the SMSC.</summary>
    /// <param name="processes">Of how many processes it is: each has a thread of its own, and a session of each client.</param>
    /// <param name="together">Whether the answers to what it read at once leave in one write, or each in one of its own, as the package does by itself.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<NodeSmpp> StartAsync(int processes, bool together, CancellationToken cancellation)
    {
        var all = Enumerable.Range(0, processes).Select(_ => Start("smsc.cjs", together ? ["together"] : [])).ToArray();
        var endPoints = new List<IPEndPoint>();
        foreach (var process in all)
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellation);
            endPoints.Add(new IPEndPoint(IPAddress.Loopback, int.Parse(line!, CultureInfo.InvariantCulture)));
        }

        return new NodeSmpp(all, [.. endPoints]);
    }

    /// <summary>Runs the client to its end.</summary>
    public async Task<WindowRound> CallAsync(int window, int warm, int seconds, CancellationToken cancellation)
    {
        string[] arguments =
        [
            string.Join(',', EndPoints.Select(endPoint => endPoint.Port)),
            .. new[] { window, warm, seconds }.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        ];
        var before = await CpuAsync(cancellation);
        using var client = Start("client.cjs", arguments);
        var line = await client.StandardOutput.ReadLineAsync(cancellation);
        await client.WaitForExitAsync(cancellation);
        if (line is null)
        {
            throw new InvalidOperationException(
                $"npm's client said nothing but: {await client.StandardError.ReadToEndAsync(cancellation)}"
            );
        }

        var told = JsonSerializer.Deserialize<JsonElement>(line);
        return new WindowRound(
            "npm smpp 0.5.1",
            window,
            told.GetProperty("submits").GetInt64(),
            told.GetProperty("failed").GetInt64(),
            TimeSpan.FromSeconds(told.GetProperty("seconds").GetDouble()),
            TimeSpan.FromMicroseconds(told.GetProperty("cpu").GetDouble()),
            (await CpuAsync(cancellation) - before) * seconds / (warm + seconds),
            null
        );
    }

    /// <summary>Processor time that the SMSC used so far.</summary>
    public async Task<TimeSpan> CpuAsync(CancellationToken cancellation)
    {
        var used = TimeSpan.Zero;
        foreach (var process in _processes)
        {
            await process.StandardInput.WriteLineAsync("cpu".AsMemory(), cancellation);
            await process.StandardInput.FlushAsync(cancellation);
            var line = await process.StandardOutput.ReadLineAsync(cancellation);
            used += TimeSpan.FromMicroseconds(double.Parse(line!, CultureInfo.InvariantCulture));
        }

        return used;
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited)
            {
                process.Kill();
                process.WaitForExit();
            }

            process.Dispose();
        }
    }

    /// <summary>Starts a script of this folder, which finds npm's packages with the tests' peers.</summary>
    public static Process Start(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Checkout.Root, "benchmarks", "Sms", script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["NODE_PATH"] = Path.Combine(Checkout.Root, "tests", "Wire", "Smpp", "Peers", "node_modules");
        return Process.Start(start)!;
    }
}
