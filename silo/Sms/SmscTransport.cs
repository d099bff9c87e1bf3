using System.Net;
using Burgernet.Grains.Dialing;
using Burgernet.Silo.Gateways;
using Burgernet.Smpp.Session;

namespace Burgernet.Silo.Sms;

/// <summary>Reads what <see cref="SmscOptions"/> say of the connection: what is wrong with it, and what it comes to.</summary>
internal static class SmscTransport
{
    private const string Tcp = "tcp";
    private const string Tls = "tls";

    /// <summary>Texts that wait behind the window: the dialers' share of it is what bounds them, this only what goes wrong.</summary>
    private const int MostQueued = 10_000;

    /// <summary>Everything that cannot be right, with the option that says so.</summary>
    public static IEnumerable<(string Reason, string Option)> Faults(SmscOptions options)
    {
        if (options.Transport is not (Tcp or Tls))
        {
            yield return ($"'{options.Transport}' is not a transport: tcp or tls", nameof(SmscOptions.Transport));
        }
        else if (options.Transport == Tcp)
        {
            if (options.AuthorityFiles.Length > 0 || options.CertificateFile is not null || options.KeyFile is not null)
            {
                yield return (
                    "Certificates are for Transport=tls; without it messages go in the clear",
                    nameof(SmscOptions.AuthorityFiles)
                );
            }

            if (!options.IsLoopback && !options.PlainNetwork)
            {
                yield return (
                    "Numbers, texts and the password would go in the clear: use Transport=tls, or set PlainNetwork=true where the network is protected otherwise",
                    nameof(SmscOptions.Transport)
                );
            }
        }
        else if (options.Peer is null)
        {
            yield return (
                "The practice SMS centre in this process speaks TCP; give the Peer that speaks TLS",
                nameof(SmscOptions.Transport)
            );
        }

        if (options.KeyFile is not null && options.CertificateFile is null)
        {
            yield return ("KeyFile is the key of a CertificateFile, which is missing", nameof(SmscOptions.KeyFile));
        }

        foreach (var file in options.AuthorityFiles)
        {
            if (PemFiles.Try(file, () => PemFiles.ReadAuthorities([file])) is { } reason)
            {
                yield return (reason, nameof(SmscOptions.AuthorityFiles));
            }
        }

        if (
            options.CertificateFile is { } certificate
            && PemFiles.Try(certificate, () => PemFiles.ReadIdentity(certificate, options.KeyFile)) is { } fault
        )
        {
            yield return (fault, nameof(SmscOptions.CertificateFile));
        }
    }

    /// <summary>Why a file with a secret cannot be used, or null.</summary>
    public static string? SecretFault(string file)
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        return PemFiles.Try(file, () => File.ReadAllText(file))
            ?? (
                !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & others) != UnixFileMode.None
                    ? $"'{file}' may be read by others than the node's user: chmod 600"
                    : null
            );
    }

    /// <summary>The settings of each connection. Only of options without faults.</summary>
    /// <param name="options">How the centre is reached.</param>
    /// <param name="carrier">Its limits, of which each bind has its part.</param>
    /// <param name="peer">Where it is.</param>
    /// <param name="number">Which bind, from 1.</param>
    /// <param name="mode">For which direction.</param>
    public static SmppClientOptions ToClient(SmscOptions options, CarrierOptions carrier, EndPoint peer, int number, BindMode mode) =>
        new()
        {
            Name = options.Binds == 1 ? carrier.Name : $"{carrier.Name}-{number}",
            Smsc = peer,
            Tls = options.Transport == Tls ? ToTls(options) : null,
            Mode = mode,
            Credentials = new SmppCredentials(options.SystemId, options.ReadPassword()),
            SystemType = options.SystemType,
            Window = options.Window,
            MaxQueued = MostQueued,
            MaxPerSecond = (double)carrier.CallsPerSecond / options.Binds,
            ResponseTimeout = carrier.AnswerLimit,
            EnquireInterval = options.EnquireInterval,
            ConnectTimeout = options.ConnectTimeout,
            FirstBackOff = options.FirstBackOff,
            LongestBackOff = options.LongestBackOff,
        };

    /// <summary>Where it is. Only of options that have a peer.</summary>
    public static EndPoint PeerOf(SmscOptions options)
    {
        _ = options.TryPeer(out var host, out var port);
        return IPAddress.TryParse(host, out var address) ? new IPEndPoint(address, port) : new DnsEndPoint(host, port);
    }

    private static SmppTlsOptions ToTls(SmscOptions options)
    {
        _ = options.TryPeer(out var host, out _);
        return new SmppTlsOptions
        {
            HostName = options.HostName ?? host,
            Authorities = options.AuthorityFiles.Length == 0 ? null : PemFiles.ReadAuthorities(options.AuthorityFiles),
            ClientCertificate = options.CertificateFile is { } file ? PemFiles.ReadIdentity(file, options.KeyFile) : null,
        };
    }
}
