using System.Net;
using System.Security.Cryptography.X509Certificates;
using Burgernet.Sip.Transport;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>RFC 5922 §7.1 and §7.2.</summary>
public sealed class CertificateNameTests
{
    [Theory]
    [InlineData("dns:sip.example.org", "sip.example.org", true)]
    [InlineData("dns:SIP.example.ORG", "sip.Example.org", true)]
    [InlineData("dns:a.example.org dns:sip.example.org", "sip.example.org", true)]
    [InlineData("dns:example.org", "sip.example.org", false)]
    [InlineData("dns:sip.example.org", "example.org", false)]
    [InlineData("dns:*.example.org", "sip.example.org", false)]
    [InlineData("uri:sip:example.org", "example.org", true)]
    [InlineData("uri:SIP:Example.org:5061;transport=tls", "example.org", true)]
    [InlineData("uri:sip:example.org dns:sip.example.org", "sip.example.org", false)]
    [InlineData("uri:sip:user@example.org dns:sip.example.org", "sip.example.org", true)]
    [InlineData("uri:sip:user@example.org", "example.org", false)]
    [InlineData("uri:sips:example.org", "example.org", false)]
    [InlineData("uri:https://example.org", "example.org", false)]
    [InlineData("uri:https://example.org dns:example.org", "example.org", true)]
    [InlineData("ip:192.0.2.1", "192.0.2.1", true)]
    [InlineData("ip:192.0.2.1", "192.0.2.2", false)]
    [InlineData("dns:192.0.2.1", "192.0.2.1", true)]
    [InlineData("mail:a@example.org", "example.org", false)]
    public void Name_IsAmongTheAlternativeNamesOrNot(string names, string host, bool matches) =>
        Assert.Equal(matches, CertificateName.Matches(Certificate(names), host, allowsWildcards: false));

    [Theory]
    [InlineData("dns:*.example.org", "sip.example.org", true)]
    [InlineData("dns:*.example.org", "a.sip.example.org", false)]
    [InlineData("dns:*.example.org", "example.org", false)]
    [InlineData("dns:s*.example.org", "sip.example.org", false)]
    [InlineData("dns:*.2.1", "192.0.2.1", false)]
    public void Wildcard_WhereAllowed_StandsForOneLabel(string names, string host, bool matches) =>
        Assert.Equal(matches, CertificateName.Matches(Certificate(names), host, allowsWildcards: true));

    [Fact]
    public void CommonName_DoesNotCount()
    {
        using var authority = new TestAuthority();

        Assert.False(CertificateName.Matches(authority.Certificate, "Burgernet test authority", allowsWildcards: false));
    }

    private static X509Certificate2 Certificate(string names)
    {
        using var authority = new TestAuthority();
        return X509CertificateLoader.LoadCertificate(
            authority
                .Issue(builder =>
                {
                    foreach (var name in names.Split(' '))
                    {
                        var value = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
                        switch (name[0])
                        {
                            case 'd':
                                builder.AddDnsName(value);
                                break;
                            case 'u':
                                builder.AddUri(new Uri(value));
                                break;
                            case 'i':
                                builder.AddIpAddress(IPAddress.Parse(value));
                                break;
                            default:
                                builder.AddEmailAddress(value);
                                break;
                        }
                    }
                })
                .RawData
        );
    }
}
