using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Burgernet.TestKit;

/// <summary>A certificate authority of a test's own, made by the framework.</summary>
public sealed class TestAuthority : IDisposable
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";

    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private readonly List<X509Certificate2> _issued = [];
    private byte _serial;

    /// <summary>A new one.</summary>
    /// <param name="name">Its common name.</param>
    public TestAuthority(string name = "Burgernet test authority")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        Certificate = request.CreateSelfSigned(_now.AddDays(-30), _now.AddDays(30));
    }

    /// <summary>Its own certificate, with key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>What trusts it: a collection with its certificate, without key.</summary>
    public X509Certificate2Collection Trust => [X509CertificateLoader.LoadCertificate(Certificate.RawData)];

    /// <summary>A certificate for a server with one DNS name.</summary>
    public X509Certificate2 Issue(string name) => Issue(names => names.AddDnsName(name));

    /// <summary>A certificate, with key.</summary>
    /// <param name="names">Its subject alternative names.</param>
    /// <param name="from">Days from now that it is valid from; a day ago by default.</param>
    /// <param name="until">Days from now that it is valid until.</param>
    /// <param name="isForServers">For servers, or for clients only.</param>
    public X509Certificate2 Issue(Action<SubjectAlternativeNameBuilder> names, int from = -1, int until = 1, bool isForServers = true)
    {
        ArgumentNullException.ThrowIfNull(names);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Burgernet test", key, HashAlgorithmName.SHA256);
        var builder = new SubjectAlternativeNameBuilder();
        names(builder);
        request.CertificateExtensions.Add(builder.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension(isForServers ? [new Oid(ServerUse), new Oid(ClientUse)] : [new Oid(ClientUse)], false)
        );
        using var bare = request.Create(Certificate, _now.AddDays(from), _now.AddDays(until), [1, ++_serial]);
        var issued = bare.CopyWithPrivateKey(key);
        _issued.Add(issued);
        return issued;
    }

    /// <summary>Writes certificate and key into one PEM file, and its path.</summary>
    public static string Write(X509Certificate2 certificate, TemporaryFolder folder, string name)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(folder);
        var path = Path.Combine(folder.Path, name);
        using var key = certificate.GetECDsaPrivateKey();
        File.WriteAllText(path, $"{certificate.ExportCertificatePem()}\n{key?.ExportPkcs8PrivateKeyPem()}\n");
        return path;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Certificate.Dispose();
        _issued.ForEach(static one => one.Dispose());
    }
}
