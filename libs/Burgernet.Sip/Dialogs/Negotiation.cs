using Burgernet.Sip.Media;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Transactions;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Dialogs;

/// <summary>The peer changes the session inside a dialog: re-INVITE (RFC 3261 §14.2) and UPDATE (RFC 3311 §5.2).</summary>
internal sealed class Negotiation(SipContext context, InviteServer invites, Responder responder)
{
    /// <summary>200 with our description, 488 when theirs cannot be used, 491 while an earlier re-INVITE is open.</summary>
    /// <returns>The transaction whose 2xx waits for its ACK, or null.</returns>
    public ServerTransaction? OnInvite(in SipMessage request, in Hop source, MediaLeg? media, ServerTransaction? pending, uint localAddress)
    {
        if (pending is { State: ServerState.Accepted, IsAcknowledged: false })
        {
            responder.Reply(request, source, 491);
            return pending;
        }

        var transaction = invites.TryBegin(request, source);
        if (transaction is null)
        {
            responder.Reply(request, source, 503);
            return pending;
        }

        var writer = new MessageWriter(context.Scratch);
        if (TryWrite(ref writer, request, source, media, localAddress))
        {
            invites.Accept(transaction, writer.Written);
            return transaction;
        }

        writer = new MessageWriter(context.Scratch);
        ResponseWriter.Begin(ref writer, request, 488, source, default, context.Secret);
        responder.AddServer(ref writer, 488);
        writer.Add("Content-Length: 0\r\n\r\n"u8);
        invites.Reject(transaction, writer.Written);
        return pending;
    }

    public void OnUpdate(in SipMessage request, in Hop source, MediaLeg? media, uint localAddress)
    {
        if (request.Body.IsEmpty)
        {
            responder.ReplyAndKeep(request, source, 200);
            return;
        }

        var writer = new MessageWriter(context.Scratch);
        if (TryWrite(ref writer, request, source, media, localAddress))
        {
            responder.Keep(request, source, writer.Written);
        }
        else
        {
            responder.ReplyAndKeep(request, source, 488);
        }
    }

    /// <summary>The ACK of an INVITE that brought no offer carries the answer (§13.2.1).</summary>
    public static void OnAck(in SipMessage ack, MediaLeg? media)
    {
        if (media is not null && !ack.Body.IsEmpty && SdpReader.TryRead(ack.Body, out var answer))
        {
            media.Retarget(answer);
        }
    }

    private bool TryWrite(ref MessageWriter writer, in SipMessage request, in Hop source, MediaLeg? media, uint localAddress)
    {
        var body = new MessageWriter(context.BodyScratch);
        if (media is null)
        {
            return false;
        }

        if (request.Body.IsEmpty)
        {
            SdpWriter.WriteOffer(ref body, localAddress, media);
        }
        else if (SdpReader.TryRead(request.Body, out var offer))
        {
            SdpWriter.WriteAnswer(ref body, localAddress, media, offer, request.Body);
            media.Retarget(offer);
        }
        else
        {
            return false;
        }

        ResponseWriter.Begin(ref writer, request, 200, source, default, context.Secret);
        responder.AddServer(ref writer, 200);
        responder.AddContact(ref writer, request, source.Transport);
        writer.Add("Content-Type: application/sdp\r\nContent-Length: "u8);
        writer.Add(body.Length);
        writer.Add("\r\n\r\n"u8);
        writer.Add(body.Written);
        return !writer.Overflowed && !body.Overflowed;
    }
}
