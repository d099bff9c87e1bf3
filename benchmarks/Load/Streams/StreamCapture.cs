using System.Diagnostics;
using System.Globalization;

namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>tshark, a program of others, as a second witness: it takes the packets to one port and computes their jitter itself.</summary>
internal sealed class StreamCapture : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"burgernet-streams-{Environment.ProcessId}.pcapng");
    private readonly Process _process;
    private readonly int _port;

    private StreamCapture(int port)
    {
        _port = port;
        _process = Launch("dumpcap", ["-q", "-i", "lo", "-f", $"udp dst port {port}", "-B", "64", "-w", _file]);
    }

    /// <summary>Begins; null where this user may not capture, or there is no dumpcap.</summary>
    /// <param name="port">The UDP port whose packets are taken.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<StreamCapture?> TryStartAsync(int port, CancellationToken cancellation)
    {
        StreamCapture capture;
        try
        {
            capture = new StreamCapture(port);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }

        while (await capture._process.StandardError.ReadLineAsync(cancellation) is { } line)
        {
            // Said when the file is open and packets are taken.
            if (line.StartsWith("File:", StringComparison.Ordinal))
            {
                _ = capture._process.StandardError.ReadToEndAsync(CancellationToken.None);
                return capture;
            }
        }

        capture.Dispose();
        return null;
    }

    /// <summary>Ends the capture and has tshark examine it.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CaptureReport> ReportAsync(CancellationToken cancellation)
    {
        using (var interrupt = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await interrupt.WaitForExitAsync(cancellation);
        }

        await _process.WaitForExitAsync(cancellation);
        using var tshark = Launch("tshark", ["-r", _file, "-d", $"udp.port=={_port},rtp", "-q", "-z", "rtp,streams"]);
        _ = tshark.StandardError.ReadToEndAsync(CancellationToken.None);
        var text = await tshark.StandardOutput.ReadToEndAsync(cancellation);
        return Read(text);
    }

    /// <summary>Reads tshark's table: … payload | packets | lost (percent) | min, mean, max delta | min, mean, max jitter | problems.</summary>
    /// <param name="text">What <c>-z rtp,streams</c> printed.</param>
    public static CaptureReport Read(string text)
    {
        var rows = text.Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => (Words: words, Percent: Array.FindIndex(words, word => word.EndsWith("%)", StringComparison.Ordinal))))
            .Where(row => row.Percent > 2)
            .Select(row => row.Words[(row.Percent - 2)..(row.Percent + 7)])
            .ToList();
        double Column(string[] row, int index) => double.Parse(row[index], CultureInfo.InvariantCulture);
        return new CaptureReport(
            rows.Count,
            rows.Sum(row => (long)Column(row, 0)),
            rows.Sum(row => (long)Column(row, 1)),
            rows.Select(row => Column(row, 7)).DefaultIfEmpty().Average(),
            rows.Select(row => Column(row, 7)).DefaultIfEmpty().Max(),
            rows.Select(row => Column(row, 8)).DefaultIfEmpty().Max(),
            rows.Select(row => Column(row, 5)).DefaultIfEmpty().Max()
        );
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        File.Delete(_file);
    }

    private static Process Launch(string program, string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        ) ?? throw new InvalidOperationException($"{program} did not start");
}
