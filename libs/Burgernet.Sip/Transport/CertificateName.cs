using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Burgernet.Sip.Transport;

/// <summary>Whether a certificate is for a name, RFC 5922 §7.1 and §7.2. The subject's common name, which that leaves open, does not count.</summary>
internal static class CertificateName
{
    private const string SubjectAlternativeName = "2.5.29.17";

    // GeneralName ::= CHOICE { … dNSName [2] IA5String, … uniformResourceIdentifier [6] IA5String, iPAddress [7] OCTET STRING … }, RFC 5280 §4.2.1.6
    private static readonly Asn1Tag Dns = new(TagClass.ContextSpecific, 2);
    private static readonly Asn1Tag Uri = new(TagClass.ContextSpecific, 6);
    private static readonly Asn1Tag Address = new(TagClass.ContextSpecific, 7);

    /// <summary>Compares.</summary>
    /// <param name="certificate">The peer's.</param>
    /// <param name="host">A host name, or an IP address.</param>
    /// <param name="allowsWildcards">Whether a name <c>*.example.org</c> counts for one label below example.org.</param>
    public static bool Matches(X509Certificate2 certificate, string host, bool allowsWildcards)
    {
        if (certificate.Extensions[SubjectAlternativeName] is not { } extension)
        {
            return false;
        }

        try
        {
            return Matches(extension.RawData, host, allowsWildcards);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static bool Matches(byte[] names, string host, bool allowsWildcards)
    {
        _ = IPAddress.TryParse(host, out var address);
        var (hasSipUri, isSipUri, isDns) = (false, false, false);
        var reader = new AsnReader(names, AsnEncodingRules.DER).ReadSequence();
        while (reader.HasData)
        {
            var tag = reader.PeekTag();
            if (tag == Uri)
            {
                // §7.1: only "sip", and only without a user part, names a domain; where there is one, DNS names do not count.
                if (SipDomain(reader.ReadCharacterString(UniversalTagNumber.IA5String, Uri)) is { } domain)
                {
                    hasSipUri = true;
                    isSipUri |= Same(domain, host);
                }
            }
            else if (tag == Dns)
            {
                var name = reader.ReadCharacterString(UniversalTagNumber.IA5String, Dns);
                isDns |= Same(name, host) || (allowsWildcards && address is null && IsBelow(name, host));
            }
            else if (tag == Address)
            {
                var bytes = reader.ReadOctetString(Address);
                isDns |= address is not null && bytes.AsSpan().SequenceEqual(address.GetAddressBytes());
            }
            else
            {
                reader.ReadEncodedValue();
            }
        }

        return hasSipUri ? isSipUri : isDns;
    }

    private static string? SipDomain(string uri)
    {
        if (!uri.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) || uri.Contains('@', StringComparison.Ordinal))
        {
            return null;
        }

        var rest = uri[4..];
        var end = rest.AsSpan().IndexOfAny(":;?");
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>§7.2: whole names, letters of either case.</summary>
    private static bool Same(string name, string host) => string.Equals(name, host, StringComparison.OrdinalIgnoreCase);

    private static bool IsBelow(string name, string host)
    {
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && name.StartsWith("*.", StringComparison.Ordinal) && Same(name[1..], host[dot..]);
    }
}
