using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Burgernet.Benchmarks.Sms;

/// <summary>npm <c>smpp</c>: as the SMSC that both clients submit to, and as the client that ours is compared with.</summary>
internal sealed class NodeSmpp : IDisposable
{
    private readonly Process _process;

    private NodeSmpp(Process process, int port) => (_process, EndPoint) = (process, new IPEndPoint(IPAddress.Loopback, port));

    /// <summary>Where the SMSC listens.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Starts the SMSC.</summary>
    /// <param name="together">Whether the answers to what it read at once leave in one write, or each in one of its own, as the package does by itself.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<NodeSmpp> StartAsync(bool together, CancellationToken cancellation)
    {
        var process = Start("smsc.cjs", together ? ["together"] : []);
        var line = await process.StandardOutput.ReadLineAsync(cancellation);
        return new NodeSmpp(process, int.Parse(line!, CultureInfo.InvariantCulture));
    }

    /// <summary>Runs the client to its end.</summary>
    public async Task<WindowRound> CallAsync(int window, int warm, int seconds, CancellationToken cancellation)
    {
        string[] arguments =
        [
            .. new[] { EndPoint.Port, window, warm, seconds }.Select(number => number.ToString(CultureInfo.InvariantCulture)),
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
        await _process.StandardInput.WriteLineAsync("cpu".AsMemory(), cancellation);
        await _process.StandardInput.FlushAsync(cancellation);
        var line = await _process.StandardOutput.ReadLineAsync(cancellation);
        return TimeSpan.FromMicroseconds(double.Parse(line!, CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
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
