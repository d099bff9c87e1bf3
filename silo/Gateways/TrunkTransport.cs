using System.Net;
using Burgernet.Sip;

namespace Burgernet.Silo.Gateways;

/// <summary>Reads what <see cref="TrunkOptions"/> say of the transport: what is wrong with it, and what it comes to.</summary>
internal static class TrunkTransport
{
    /// <summary>The transport of a name, or null.</summary>
    public static SipTransport? Parse(string name) =>
        name.ToUpperInvariant() switch
        {
            "UDP" => SipTransport.Udp,
            "TCP" => SipTransport.Tcp,
            "TLS" => SipTransport.Tls,
            _ => null,
        };

    /// <summary>Everything that cannot be right, with the option that says so.</summary>
    public static IEnumerable<(string Reason, string Option)> Faults(TrunkOptions options)
    {
        if (Parse(options.Transport) is not { } transport)
        {
            yield return ($"'{options.Transport}' is not a transport: udp, tcp or tls", nameof(TrunkOptions.Transport));
            yield break;
        }

        if (options.Peer is null && transport != SipTransport.Udp)
        {
            yield return (
                "The practice carrier in this process speaks UDP; give the Peer that speaks another",
                nameof(TrunkOptions.Transport)
            );
        }

        if (options.HostName is { } host && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            yield return ($"'{host}' is not the name of a host", nameof(TrunkOptions.HostName));
        }

        if (transport == SipTransport.Udp && (options.Connections != 1 || options.KeepAlive != TimeSpan.Zero))
        {
            yield return ("Connections and KeepAlive are for Transport=tcp or tls", nameof(TrunkOptions.Connections));
        }

        if (options.KeepAlive != TimeSpan.Zero && options.KeepAlive < TrunkOptions.ShortestKeepAlive)
        {
            yield return (
                $"KeepAlive is 00:00:00 (never) or at least {TrunkOptions.ShortestKeepAlive}, not {options.KeepAlive}",
                nameof(TrunkOptions.KeepAlive)
            );
        }

        foreach (var fault in transport == SipTransport.Tls ? TlsFaults(options) : LeftoverFaults(options))
        {
            yield return fault;
        }
    }

    /// <summary>How the carrier is recognised; null without TLS. Only of options without faults.</summary>
    public static SipTlsOptions? Tls(TrunkOptions options) =>
        Parse(options.Transport) != SipTransport.Tls
            ? null
            : new SipTlsOptions
            {
                HostName = options.HostName!,
                Authorities = options.AuthorityFiles.Length == 0 ? null : PemFiles.ReadAuthorities(options.AuthorityFiles),
                ClientCertificate = options.CertificateFile is null
                    ? null
                    : PemFiles.ReadIdentity(options.CertificateFile!, options.KeyFile),
                AllowsWildcards = options.AllowWildcards,
            };

    /// <summary>Where the carrier may open connections to us: always over TCP, over TLS where we have a certificate to show. Only of options without faults.</summary>
    public static SipEndpointOptions AddListeners(SipEndpointOptions endpoint, TrunkOptions options)
    {
        var listen = IPEndPoint.Parse(options.Listen);
        return Parse(options.Transport) switch
        {
            SipTransport.Tcp => endpoint with { ListenTcp = listen },
            SipTransport.Tls when options.CertificateFile is not null => endpoint with
            {
                ListenTls = new SipTlsListenerOptions
                {
                    Listen = listen,
                    Certificate = PemFiles.ReadIdentity(options.CertificateFile!, options.KeyFile),

                    // Who comes in must be known to the authorities that the carrier is known to.
                    ClientAuthorities = options.AuthorityFiles.Length == 0 ? null : PemFiles.ReadAuthorities(options.AuthorityFiles),
                },
            },
            _ => endpoint,
        };
    }

    /// <summary>Settings for TLS where TLS is not: whoever wrote them believes that the calls are protected.</summary>
    private static IEnumerable<(string Reason, string Option)> LeftoverFaults(TrunkOptions options)
    {
        if (options.AuthorityFiles.Length > 0 || options.CertificateFile is not null || options.KeyFile is not null)
        {
            yield return ("Certificates are for Transport=tls; without it calls go in the clear", nameof(TrunkOptions.AuthorityFiles));
        }

        if (options.AllowWildcards || options.Sips)
        {
            yield return ("AllowWildcards and Sips are for Transport=tls; without it calls go in the clear", nameof(TrunkOptions.Sips));
        }
    }

    private static IEnumerable<(string Reason, string Option)> TlsFaults(TrunkOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.HostName))
        {
            yield return (
                "Over TLS the carrier's HostName is needed: its certificate must be for that name",
                nameof(TrunkOptions.HostName)
            );
        }

        if (options.KeyFile is not null && options.CertificateFile is null)
        {
            yield return ("KeyFile is the key of a CertificateFile, which is missing", nameof(TrunkOptions.KeyFile));
        }

        foreach (var file in options.AuthorityFiles)
        {
            if (PemFiles.Try(file, () => PemFiles.ReadAuthorities([file])) is { } reason)
            {
                yield return (reason, nameof(TrunkOptions.AuthorityFiles));
            }
        }

        if (
            options.CertificateFile is { } certificate
            && PemFiles.Try(certificate, () => PemFiles.ReadIdentity(options.CertificateFile!, options.KeyFile)) is { } fault
        )
        {
            yield return (fault, nameof(TrunkOptions.CertificateFile));
        }
    }
}
