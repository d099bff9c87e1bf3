using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Burgernet.Benchmarks.Load;

/// <summary>sipp as the far side, or as the caller that ours is compared with.</summary>
internal sealed class SippProcess : IDisposable
{
    private readonly Process _process;

    private SippProcess(Process process, IPEndPoint endPoint)
    {
        _process = process;
        EndPoint = endPoint;
    }

    public IPEndPoint EndPoint { get; }

    public TimeSpan Cpu => _process.HasExited ? TimeSpan.Zero : Refreshed().TotalProcessorTime;

    public int ExitCode => _process.ExitCode;

    public static SippProcess Answer(string scenario) => Start("-sf", scenario, "-aa");

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

    public Task WaitAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static SippProcess Start(params string[] arguments)
    {
        var endPoint = FreePort();
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
            $"{FreePort().Port & ~1}",
            "-nostdin",
            "-buff_size",
            "4000000",
            "-f",
            "10",
        ];
        foreach (var argument in common.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("sipp did not start");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new SippProcess(process, endPoint);
    }

    private static IPEndPoint FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)probe.LocalEndPoint!;
    }

    private Process Refreshed()
    {
        _process.Refresh();
        return _process;
    }
}
