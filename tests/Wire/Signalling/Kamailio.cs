using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Burgernet.TestKit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>One kamailio with a configuration of this repository.</summary>
internal sealed class Kamailio : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TemporaryFolder _folder;
    private readonly ConcurrentQueue<string> _log = new();

    private Kamailio(Process process, TemporaryFolder folder, IPEndPoint endPoint)
    {
        _process = process;
        _folder = folder;
        EndPoint = endPoint;
        process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
    }

    public IPEndPoint EndPoint { get; }

    public string Log => string.Join('\n', _log);

    /// <summary>A proxy on a free UDP port that passes authenticated calls on to <paramref name="target"/>.</summary>
    public static Kamailio Start(string algorithm, IPEndPoint target)
    {
        var kamailio = Peers.Require("kamailio", "kamailio");
        var folder = new TemporaryFolder();
        var endPoint = new IPEndPoint(IPAddress.Loopback, FreeUdpPort.Take());
        var source = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "Wire", "Kamailio", "digest.cfg"));
        var file = Path.Combine(folder.Path, "kamailio.cfg");
        File.WriteAllText(
            file,
            source
                .Replace("@port@", endPoint.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("@target@", target.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("@algorithm@", algorithm, StringComparison.Ordinal)
        );
        var start = new ProcessStartInfo(kamailio) { UseShellExecute = false, RedirectStandardError = true };
        foreach (
            var argument in new[]
            {
                "-f",
                file,
                "-DD",
                "-E",
                "-m",
                "16",
                "-M",
                "4",
                "-P",
                Path.Combine(folder.Path, "pid"),
                "-Y",
                folder.Path,
            }
        )
        {
            start.ArgumentList.Add(argument);
        }

        return new Kamailio(Process.Start(start) ?? throw new InvalidOperationException("kamailio did not start"), folder, endPoint);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // Its main process ends its children.
            using var terminate = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await terminate.WaitForExitAsync(CancellationToken.None);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        _folder.Dispose();
    }
}
