using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>The far side's process, seen from the run that started it.</summary>
internal sealed class FarProcess : IDisposable
{
    private readonly Process _process;

    private FarProcess(Process process, IPEndPoint signalling, int watchedPort)
    {
        _process = process;
        Signalling = signalling;
        WatchedPort = watchedPort;
    }

    public IPEndPoint Signalling { get; }

    /// <summary>The RTP port of the calls that tshark watches.</summary>
    public int WatchedPort { get; }

    public int Id => _process.Id;

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="packets">Most packets a stream whose moments are kept.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<FarProcess> StartAsync(int packets, CancellationToken cancellation)
    {
        var process =
            Process.Start(
                new ProcessStartInfo(Environment.ProcessPath!)
                {
                    UseShellExecute = false,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    ArgumentList = { "voice", "far-side", "--packets", packets.ToString(CultureInfo.InvariantCulture) },
                }
            ) ?? throw new InvalidOperationException("the far side did not start");
        var ports = (await process.StandardOutput.ReadLineAsync(cancellation) ?? "").Split(' ');
        return new FarProcess(
            process,
            new IPEndPoint(IPAddress.Loopback, int.Parse(ports[0], CultureInfo.InvariantCulture)),
            int.Parse(ports[1], CultureInfo.InvariantCulture)
        );
    }

    /// <summary>What it counted so far.</summary>
    public async Task<FarReport> ReportAsync(CancellationToken cancellation)
    {
        await _process.StandardInput.WriteLineAsync("report".AsMemory(), cancellation);
        await _process.StandardInput.FlushAsync(cancellation);
        var line = await _process.StandardOutput.ReadLineAsync(cancellation);
        return JsonSerializer.Deserialize<FarReport>(line ?? "") ?? throw new InvalidOperationException("the far side said nothing");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
