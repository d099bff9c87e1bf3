using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Burgernet.TestKit;

namespace Burgernet.Tests.Scenarios.Mail;

/// <summary>Postfix's <c>smtp-sink</c>: a relay that takes everything and keeps each mail in a file.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private const string RecipientHeader = "X-Rcpt-Args: <";
    private const int Tries = 5;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly TemporaryFolder _folder;

    private SmtpSink(Process process, TemporaryFolder folder, int port) => (_process, _folder, Port) = (process, folder, port);

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>Starts one; skips the test where it is not installed.</summary>
    public static async Task<SmtpSink> Start()
    {
        var program = Peers.Require("smtp-sink", "postfix");
        for (var attempt = 1; ; attempt++)
        {
            // It cannot choose a port by itself; somebody else may take the free one first.
            var port = FreePort();
            var folder = new TemporaryFolder();
            string[] asRoot = Environment.UserName == "root" ? ["-u", "root"] : [];
            var start = new ProcessStartInfo(
                program,
                [.. asRoot, "-d", Path.Combine(folder.Path, "%M."), string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), "64"]
            )
            {
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            var sink = new SmtpSink(Process.Start(start)!, folder, port);
            sink._process.BeginErrorReadLine();
            await Eventually.Holds("smtp-sink listens, or has ended", () => sink._process.HasExited || Listens(port), Limit);
            if (!sink._process.HasExited || attempt == Tries)
            {
                return sink;
            }

            await sink.DisposeAsync();
        }
    }

    /// <summary>To whom the mails were that it keeps.</summary>
    public IReadOnlyList<string> Recipients() =>
        [
            .. Directory
                .GetFiles(_folder.Path)
                .SelectMany(File.ReadLines)
                .Where(line => line.StartsWith(RecipientHeader, StringComparison.Ordinal)),
        ];

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool Listens(int port)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
