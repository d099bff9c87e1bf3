using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Burgernet.Sip;
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
        var folder = new TemporaryFolder();
        var port = FreeUdpPort.Take();
        var file = Write(folder, "digest.cfg", ("port", Text(port)), ("target", Text(target.Port)), ("algorithm", algorithm));
        return Launch(folder, file, port);
    }

    /// <summary>The same over connections, to us and to <paramref name="target"/>; returns when it listens.</summary>
    /// <param name="transport">TCP, or TLS.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="algorithm">Of its digest.</param>
    /// <param name="target">Where authenticated calls go.</param>
    /// <param name="tls">How it speaks TLS.</param>
    public static async Task<Kamailio> Start(SipTransport transport, int port, string algorithm, IPEndPoint target, KamailioTls? tls = null)
    {
        var folder = new TemporaryFolder();
        var file = Write(
            folder,
            "connections.cfg",
            ("port", Text(port)),
            ("target", Text(target.Port)),
            ("algorithm", algorithm),
            ("transport", transport == SipTransport.Tls ? "tls" : "tcp"),
            ("tls", tls is null ? "" : Write(folder, tls))
        );
        var kamailio = tls is null ? Launch(folder, file, port) : Launch(folder, file, port, "-A", "WITH_TLS");
        await Eventually.Holds(
            "kamailio listened",
            () => BoundSockets.IsListening(port) || kamailio._process.HasExited,
            TimeSpan.FromSeconds(20),
            () => kamailio.Log
        );
        return kamailio;
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

    private static string Write(TemporaryFolder folder, KamailioTls tls)
    {
        if (!Directory.GetDirectories("/usr/lib").Any(one => File.Exists(Path.Combine(one, "kamailio", "modules", "tls.so"))))
        {
            Peers.Missing("kamailio has no tls.so (package kamailio-tls-modules)");
        }

        return Write(
            folder,
            "tls.cfg",
            ("method", tls.Method),
            ("certificate", TestAuthority.Write(tls.Certificate, folder, "certificate.pem")),
            ("authority", TestAuthority.Write(tls.Authority, folder, "authority.pem")),
            ("verify", tls.ExaminesCallers ? "yes" : "no")
        );
    }

    /// <summary>A configuration of this repository with its names replaced.</summary>
    private static string Write(TemporaryFolder folder, string name, params (string Name, string Value)[] values)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "Wire", "Kamailio", name));
        var file = Path.Combine(folder.Path, name);
        File.WriteAllText(
            file,
            values.Aggregate(text, (whole, one) => whole.Replace($"@{one.Name}@", one.Value, StringComparison.Ordinal))
        );
        return file;
    }

    private static Kamailio Launch(TemporaryFolder folder, string file, int port, params string[] more)
    {
        string[] arguments =
        [
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
            .. more,
        ];
        var start = new ProcessStartInfo(Peers.Require("kamailio", "kamailio"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("kamailio did not start");
        return new Kamailio(process, folder, new IPEndPoint(IPAddress.Loopback, port));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
