using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Burgernet.Sip;

namespace Burgernet.Benchmarks.Load.Connections;

/// <summary><see cref="TlsFarSide"/>, started from this program.</summary>
internal sealed class TlsFarProcess : IDisposable
{
    private readonly Process _process;

    private TlsFarProcess(Process process, SipTrunkOptions trunk)
    {
        _process = process;
        Trunk = trunk;
    }

    /// <summary>How it is reached.</summary>
    public SipTrunkOptions Trunk { get; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<TlsFarProcess> StartAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["voice", "tls-far-side"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("the far side did not start");
        var line = await process.StandardOutput.ReadLineAsync(cancellation) ?? throw new InvalidOperationException("the far side ended");
        var (port, certificate) = (line.Split(' ')[0], Convert.FromBase64String(line.Split(' ')[1]));
        return new TlsFarProcess(
            process,
            new SipTrunkOptions
            {
                Name = "voice",
                Peer = new IPEndPoint(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture)),
                Transport = SipTransport.Tls,
                Tls = new SipTlsOptions { HostName = TlsFarSide.Host, Authorities = [X509CertificateLoader.LoadCertificate(certificate)] },
            }
        );
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
