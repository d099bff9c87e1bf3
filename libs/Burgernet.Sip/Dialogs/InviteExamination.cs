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

        if (!AcceptsSdp(request))
        {
            // Whatever we answered would be a session description.
            return 406;
        }

        if (request.Body.IsEmpty)
        {
            return 0;
        }

        var encoding = request.First(HeaderName.ContentEncoding);
        if (
            !SipText.Same(MediaTypeOf(request.First(HeaderName.ContentType)), "application/sdp"u8)
            || !(encoding.IsEmpty || SipText.Same(encoding, "identity"u8))
        )
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

    /// <summary>Accept = [ accept-range *( COMMA accept-range ) ], §20.1: without the field it is application/sdp.</summary>
    private static bool AcceptsSdp(in SipMessage request)
    {
        var isSaid = false;
        foreach (var field in request.Fields)
        {
            if (field.Name != HeaderName.Accept)
            {
                continue;
            }

            isSaid = true;
            foreach (var range in new ValueList(request.ValueOf(field)))
            {
                var type = MediaTypeOf(range);
                if (SipText.Same(type, "application/sdp"u8) || SipText.Same(type, "application/*"u8) || type.SequenceEqual("*/*"u8))
                {
                    return true;
                }
            }
        }

        return !isSaid;
    }

    private static ReadOnlySpan<byte> MediaTypeOf(ReadOnlySpan<byte> value)
    {
        var semicolon = value.IndexOf((byte)';');
        return SipText.Trim(semicolon < 0 ? value : value[..semicolon]);
    }
}
