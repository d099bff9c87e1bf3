using Burgernet.Sip.Grammar;

namespace Burgernet.Sip.Messages;

/// <summary>Header names and their compact forms, RFC 3261 §7.3.3; case-insensitive.</summary>
internal static class HeaderNames
{
    public static HeaderName Find(ReadOnlySpan<byte> name) =>
        name.Length switch
        {
            1 => Compact(name[0] | 0x20),
            2 => SipText.Same(name, "To"u8) ? HeaderName.To : HeaderName.Other,
            3 => SipText.Same(name, "Via"u8) ? HeaderName.Via : HeaderName.Other,
            4 => SipText.Same(name, "From"u8) ? HeaderName.From
            : SipText.Same(name, "CSeq"u8) ? HeaderName.CSeq
            : HeaderName.Other,
            5 => SipText.Same(name, "Route"u8) ? HeaderName.Route : HeaderName.Other,
            6 => SipText.Same(name, "Accept"u8) ? HeaderName.Accept : HeaderName.Other,
            7 => SipText.Same(name, "Call-ID"u8) ? HeaderName.CallId
            : SipText.Same(name, "Contact"u8) ? HeaderName.Contact
            : SipText.Same(name, "Require"u8) ? HeaderName.Require
            : SipText.Same(name, "Privacy"u8) ? HeaderName.Privacy
            : HeaderName.Other,
            9 => SipText.Same(name, "Timestamp"u8) ? HeaderName.Timestamp : HeaderName.Other,
            11 => SipText.Same(name, "Retry-After"u8) ? HeaderName.RetryAfter : HeaderName.Other,
            12 => SipText.Same(name, "Content-Type"u8) ? HeaderName.ContentType
            : SipText.Same(name, "Record-Route"u8) ? HeaderName.RecordRoute
            : SipText.Same(name, "Max-Forwards"u8) ? HeaderName.MaxForwards
            : HeaderName.Other,
            14 => SipText.Same(name, "Content-Length"u8) ? HeaderName.ContentLength : HeaderName.Other,
            16 => SipText.Same(name, "WWW-Authenticate"u8) ? HeaderName.WwwAuthenticate
            : SipText.Same(name, "Content-Encoding"u8) ? HeaderName.ContentEncoding
            : HeaderName.Other,
            18 => SipText.Same(name, "Proxy-Authenticate"u8) ? HeaderName.ProxyAuthenticate : HeaderName.Other,
            19 => SipText.Same(name, "P-Asserted-Identity"u8) ? HeaderName.PAssertedIdentity : HeaderName.Other,
            _ => HeaderName.Other,
        };

    private static HeaderName Compact(int letter) =>
        letter switch
        {
            'v' => HeaderName.Via,
            'f' => HeaderName.From,
            't' => HeaderName.To,
            'i' => HeaderName.CallId,
            'm' => HeaderName.Contact,
            'l' => HeaderName.ContentLength,
            'c' => HeaderName.ContentType,
            'e' => HeaderName.ContentEncoding,
            _ => HeaderName.Other,
        };
}
