using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Burgernet.Sip;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Load.Connections;

/// <summary>The far side over TLS, in a process of its own (sipp as Debian builds it has no TLS): our endpoint, which answers every call at once.</summary>
internal sealed class TlsFarSide : ISipIncomingCallHandler, ISipIncomingCallOwner
{
    /// <summary>The name that its certificate is for.</summary>
    public const string Host = "far.test";

    /// <summary>Prints its port and its certificate, and answers until no more input comes.</summary>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var certificate = SelfSigned();
        using var ports = MediaPorts.Row(2_000);
        await using var endpoint = SipEndpoint.Start(
            new SipEndpointOptions
            {
                IncomingCalls = new TlsFarSide(),
                MaxCalls = 10_000,
                FirstMediaPort = ports.First,
                LastMediaPort = ports.Last,
                MediaPortRest = VoiceSignalling.PortRest,
                ListenTls = new SipTlsListenerOptions { Certificate = certificate },
            }
        );
        var port = endpoint.TlsEndPoint!.Port.ToString(CultureInfo.InvariantCulture);
        Console.WriteLine($"{port} {Convert.ToBase64String(certificate.RawData)}");
        while (await Console.In.ReadLineAsync(cancellation) is not null)
        {
            // Nothing is asked of it.
        }

        return 0;
    }

    public void OnInvite(SipIncomingCall call)
    {
        call.Owner = this;
        call.Answer();
    }

    public void OnNews(SipIncomingCall call, SipIncomingCallNews news)
    {
        // The caller counts.
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Burgernet benchmark", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Host);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
