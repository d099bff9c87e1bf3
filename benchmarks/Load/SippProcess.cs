using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Burgernet.Benchmarks.Load;

/// <summary>sipp as the far side, or as the caller that ours is compared with.</summary>
internal sealed partial class SippProcess : IDisposable
{
    /// <summary>Above the range that Linux gives sockets their own port from (to 60,999), which would take it between our look and sipp's.</summary>
    private const int FirstPort = 61_000;

    private readonly Process _process;
    private readonly string _statistics;
    private readonly ConcurrentQueue<string> _said = new();

    private SippProcess(Process process, IPEndPoint endPoint, int mediaPort, string statistics)
    {
        MediaPort = mediaPort;
        _process = process;
        _statistics = statistics;
        EndPoint = endPoint;
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public IPEndPoint EndPoint { get; }

    public TimeSpan Cpu => _process.HasExited ? TimeSpan.Zero : Refreshed().TotalProcessorTime;

    public int ExitCode => _process.ExitCode;

    /// <summary>Where it takes RTP.</summary>
    public int MediaPort { get; }

    /// <summary>sipp as the far side.</summary>
    /// <param name="scenario">A file of this folder.</param>
    /// <param name="more">More arguments.</param>
    public static SippProcess Answer(string scenario = "voice-answer.xml", params IEnumerable<string> more) =>
        Start(["-sf", Path.Combine(AppContext.BaseDirectory, "Load", scenario), "-aa", .. more]);

    public static SippProcess Call(IPEndPoint target, int rate, long calls) =>
        Start(
            "-sn",
            "uac",
            "-r",
            rate.ToString(CultureInfo.InvariantCulture),
            "-m",
            calls.ToString(CultureInfo.InvariantCulture),
            "-l",
            "50000",
            target.ToString()
        );

    /// <summary>sipp as caller with a scenario that plays audio.</summary>
    public static SippProcess Stream(IPEndPoint target, string scenario, int rate, int calls) =>
        Start(
            "-sf",
            scenario,
            "-r",
            rate.ToString(CultureInfo.InvariantCulture),
            "-m",
            calls.ToString(CultureInfo.InvariantCulture),
            "-l",
            calls.ToString(CultureInfo.InvariantCulture),
            target.ToString()
        );

    /// <summary>A cumulative count of its statistics (<c>FailedCall(C)</c>, <c>Retransmissions(C)</c>), as last written; 0 where there is none.</summary>
    public long Count(string column)
    {
        var lines = File.Exists(_statistics) ? File.ReadAllLines(_statistics) : [];
        var index = lines.Length < 2 ? -1 : Array.IndexOf(lines[0].Split(';'), column);
        return index < 0 ? 0 : long.Parse(lines[^1].Split(';')[index], CultureInfo.InvariantCulture);
    }

    /// <summary>Stops it where it stands (SIGSTOP); its sockets go on taking what fits their buffers.</summary>
    public void Freeze() => Signal(19);

    /// <summary>Lets it go on (SIGCONT).</summary>
    public void Thaw() => Signal(18);

    public Task WaitAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        File.Delete(_statistics);
    }

    private static SippProcess Start(params string[] arguments)
    {
        var endPoint = FreePort();
        var mediaPort = FreePort().Port & ~1;
        var statistics = Path.Combine(Path.GetTempPath(), $"burgernet-sipp-{Environment.ProcessId}-{endPoint.Port}.csv");
        var start = new ProcessStartInfo("sipp")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] common =
        [
            "-i",
            "127.0.0.1",
            "-p",
            $"{endPoint.Port}",
            "-mp",
            $"{mediaPort}",
            "-nostdin",
            "-buff_size",
            "4000000",
            "-f",
            "10",
            "-trace_stat",
            "-fd",
            "1",
            "-stf",
            statistics,
        ];
        foreach (var argument in common.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("sipp did not start");
        return new SippProcess(process, endPoint, mediaPort, statistics);
    }

    private static IPEndPoint FreePort()
    {
        while (true)
        {
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                probe.Bind(new IPEndPoint(IPAddress.Loopback, RandomNumberGenerator.GetInt32(FirstPort, IPEndPoint.MaxPort - 3)));
                return (IPEndPoint)probe.LocalEndPoint!;
            }
            catch (SocketException)
            {
                // Somebody has it: another.
            }
        }
    }

    private void Note(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line) && _said.Count < 20)
        {
            _said.Enqueue(line);
        }
    }

    private void Signal(int signal)
    {
        if (Kill(_process.Id, signal) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            throw new InvalidOperationException(
                $"sipp did not take signal {signal}: error {error}{(_process.HasExited ? $", it had ended with {ExitCode}" : "")}. {string.Join(' ', _said)}"
            );
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);

    private Process Refreshed()
    {
        _process.Refresh();
        return _process;
    }
}
