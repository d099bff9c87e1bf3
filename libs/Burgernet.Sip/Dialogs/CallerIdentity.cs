using System.Text;
using Burgernet.Sip.Grammar;
using Burgernet.Sip.Messages;

namespace Burgernet.Sip.Dialogs;

/// <summary>Who calls, by an INVITE: what the caller shows (From), what the network vouches for (P-Asserted-Identity, RFC 3325 §9.1), and whether they want it kept (Privacy, RFC 3323 §4.2).</summary>
internal static class CallerIdentity
{
    /// <summary>The user part of From, as it is shown.</summary>
    public static string Shown(in SipMessage request) => NameAddress.TryParse(request.From, out var from) ? UserOf(from.Uri) : "";

    /// <summary>The first number or user that the network vouches for, or null.</summary>
    public static string? Asserted(in SipMessage request)
    {
        foreach (var field in request.Fields)
        {
            if (field.Name != HeaderName.PAssertedIdentity)
            {
                continue;
            }

            // PAssertedID-value *(COMMA PAssertedID-value): at most one sip or sips and one tel URI.
            foreach (var value in new ValueList(request.ValueOf(field)))
            {
                if (NameAddress.TryParse(value, out var asserted) && UserOf(asserted.Uri) is { Length: > 0 } user)
                {
                    return user;
                }
            }
        }

        return null;
    }

    /// <summary>priv-value: anything but "none" asks the network to tell nobody who calls.</summary>
    public static bool AsksPrivacy(in SipMessage request)
    {
        var value = request.First(HeaderName.Privacy);
        return !value.IsEmpty && !SipText.Same(value, "none"u8);
    }

    /// <summary>The user of a sip or sips URI without the parameters of RFC 3966, or the number of a tel URI.</summary>
    private static string UserOf(ReadOnlySpan<byte> uri)
    {
        ReadOnlySpan<byte> user = default;
        if (uri.Length > 4 && SipText.Same(uri[..4], "tel:"u8))
        {
            user = uri[4..];
        }
        else if (SipUri.TryParse(uri, out var sip))
        {
            user = sip.User;
        }

        var semicolon = user.IndexOf((byte)';');
        return Uri.UnescapeDataString(Encoding.UTF8.GetString(semicolon < 0 ? user : user[..semicolon]));
    }
}
