using Burgernet.Sip.Grammar;
using Burgernet.Sip.Media;
using Burgernet.Sip.Messages;

namespace Burgernet.Sip.Dialogs;

/// <summary>Whether a new INVITE can be served at all, RFC 3261 §8.2.2 and §8.2.3.</summary>
internal static class InviteExamination
{
    /// <summary>0 when it can, else the status that refuses it.</summary>
    public static int StatusOf(in SipMessage request)
    {
        var status = StatusOfTarget(request);
        if (status != 0)
        {
            return status;
        }

        if (request.Body.IsEmpty)
        {
            return 0;
        }

        if (!SipText.Same(MediaTypeOf(request.First(HeaderName.ContentType)), "application/sdp"u8))
        {
            return 415;
        }

        return SdpReader.TryRead(request.Body, out _) ? 0 : 488;
    }

    /// <summary>What holds for any request outside a dialog: its Request-URI (§8.2.2.1, §19.1.1) and Require (§8.2.2.3).</summary>
    public static int StatusOfTarget(in SipMessage request)
    {
        if (!SipUri.TryParse(request.RequestUri, out var target))
        {
            return 416;
        }

        if (!target.Headers.IsEmpty)
        {
            // §19.1.1, table 1: a Request-URI carries no headers.
            return 400;
        }

        return request.Has(HeaderName.Require) ? 420 : 0;
    }

    private static ReadOnlySpan<byte> MediaTypeOf(ReadOnlySpan<byte> value)
    {
        var semicolon = value.IndexOf((byte)';');
        return SipText.Trim(semicolon < 0 ? value : value[..semicolon]);
    }
}
