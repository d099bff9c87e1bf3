using Burgernet.Sip.Media;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Transactions;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Dialogs;

/// <summary>The peer changes the session inside a dialog: re-INVITE (RFC 3261 §14.2) and UPDATE (RFC 3311 §5.2).</summary>
internal sealed class Negotiation(SipContext context, InviteServer invites, Responder responder)
{
    /// <summary>A re-INVITE from the peer of a placed call.</summary>
    public void OnInvite(OutgoingCall call, in SipMessage request, in Hop source)
    {
        var status = StatusFor(call);
        if (status == 0 && IsOpen(call.ReInvite))
        {
            // §14.2: our 2xx to the one before still waits for its ACK.
            status = 491;
        }

        var accepted = OnInvite(request, source, status, call.Media, call.Dialog);
        if (accepted is not null)
        {
            Drop(call.ReInvite);
            accepted.Placed = call;
            call.ReInvite = accepted;
        }
    }

    /// <summary>A re-INVITE from the peer of an incoming call.</summary>
    public void OnInvite(IncomingCall call, in SipMessage request, in Hop source)
    {
        var status = StatusFor(call);
        if (status == 0 && (call.State == IncomingState.Answered || IsOpen(call.ReInvite)))
        {
            // §14.2: our 2xx to the one before, the first included, still waits for its ACK.
            status = 491;
        }

        var accepted = OnInvite(request, source, status, call.Media, call.Dialog);
        if (accepted is not null)
        {
            Drop(call.ReInvite);
            accepted.Call = call;
            call.ReInvite = accepted;
        }
    }

    /// <summary>An UPDATE from the peer of a placed call.</summary>
    public void OnUpdate(OutgoingCall call, in SipMessage request, in Hop source)
    {
        var status = StatusFor(call);

        // RFC 3311 §5.2: only an offer collides with the one that our INVITE made.
        status = status == 491 && request.Body.IsEmpty ? 0 : status;
        OnUpdate(request, source, status, call.Media, call.Dialog);
    }

    /// <summary>An UPDATE from the peer of an incoming call.</summary>
    public void OnUpdate(IncomingCall call, in SipMessage request, in Hop source)
    {
        var status = StatusFor(call);

        // RFC 3311 §5.2: without an offer it only moves the target, before the answer too.
        status = status == 500 && request.Body.IsEmpty ? 0 : status;
        if (status == 0 && call.AwaitsAnswer && !request.Body.IsEmpty)
        {
            // RFC 3311 §5.2: the offer in our 2xx has no answer yet.
            status = 491;
        }

        OnUpdate(request, source, status, call.Media, call.Dialog);
    }

    /// <summary>The ACK of a re-INVITE's 2xx; that of an INVITE without offer carries the answer (§13.2.1).</summary>
    public static void OnAck(ServerTransaction? reInvite, in SipMessage ack, MediaLeg? media)
    {
        if (!IsOpen(reInvite) || reInvite!.Sequence != ack.CSeqNumber)
        {
            return;
        }

        reInvite.IsAcknowledged = true;
        if (media is not null && !ack.Body.IsEmpty && SdpReader.TryRead(ack.Body, out var answer))
        {
            media.Retarget(answer);
        }
    }

    /// <summary>The call is over: its re-INVITE's 2xx is not repeated any more, and the record no longer knows the call.</summary>
    public static void Drop(ServerTransaction? reInvite)
    {
        if (reInvite is not null)
        {
            reInvite.IsAcknowledged = true;
            reInvite.Call = null;
            reInvite.Placed = null;
        }
    }

    private static bool IsOpen(ServerTransaction? reInvite) => reInvite is { State: ServerState.Accepted, IsAcknowledged: false };

    /// <summary>0 while the dialog takes offers; §14.2: 491 while our own INVITE is pending; §15: after our BYE there is no dialog.</summary>
    private static int StatusFor(OutgoingCall call) =>
        call.State switch
        {
            OutgoingState.Answered => 0,
            OutgoingState.Inviting => 491,
            _ => 481,
        };

    /// <summary>§14.2: 500 with Retry-After while their first INVITE has no final response.</summary>
    private static int StatusFor(IncomingCall call) =>
        call.State switch
        {
            IncomingState.Answered or IncomingState.Acknowledged => 0,
            IncomingState.Offered => 500,
            _ => 481,
        };

    /// <summary>§14.2: 200 with our description, or 488 where theirs cannot be used; the session goes on as it was.</summary>
    private ServerTransaction? OnInvite(in SipMessage request, in Hop source, int status, MediaLeg? media, Dialog dialog)
    {
        var transaction = invites.TryBegin(request, source);
        if (transaction is null)
        {
            responder.Reply(request, source, 503);
            return null;
        }

        var writer = new MessageWriter(context.Scratch);
        if (status == 0 && TryWrite(ref writer, request, source, media, dialog))
        {
            invites.Accept(transaction, writer.Written);
            return transaction;
        }

        writer = new MessageWriter(context.Scratch);
        WriteRefusal(ref writer, request, source, status == 0 ? 488 : status);
        invites.Reject(transaction, writer.Written);
        return null;
    }

    /// <summary>RFC 3311 §5.2: the same for UPDATE, which no ACK follows.</summary>
    private void OnUpdate(in SipMessage request, in Hop source, int status, MediaLeg? media, Dialog dialog)
    {
        var writer = new MessageWriter(context.Scratch);
        if (status == 0 && request.Body.IsEmpty)
        {
            dialog.Refresh(request);
            ResponseWriter.Begin(ref writer, request, 200, source, default, context.Secret);
            responder.AddServer(ref writer, 200);
            responder.AddContact(ref writer, request, dialog.LocalAddress, source.Transport);
            writer.Add("Content-Length: 0\r\n\r\n"u8);
        }
        else if (status != 0 || !TryWrite(ref writer, request, source, media, dialog))
        {
            writer = new MessageWriter(context.Scratch);
            WriteRefusal(ref writer, request, source, status == 0 ? 488 : status);
        }

        responder.Keep(request, source, writer.Written);
    }

    private void WriteRefusal(ref MessageWriter writer, in SipMessage request, in Hop source, int status)
    {
        ResponseWriter.Begin(ref writer, request, status, source, default, context.Secret);
        responder.AddServer(ref writer, status);
        Responder.AddReasons(ref writer, request, status);
        if (status == 500)
        {
            // §14.2: a random time of 0 to 10 seconds.
            writer.Add("Retry-After: "u8);
            writer.Add(context.Random.Next(11));
            writer.Add("\r\n"u8);
        }

        writer.Add("Content-Length: 0\r\n\r\n"u8);
    }

    /// <summary>§14.2: an offer is answered; where there is none, the 2xx makes one.</summary>
    private bool TryWrite(ref MessageWriter writer, in SipMessage request, in Hop source, MediaLeg? media, Dialog dialog)
    {
        var body = new MessageWriter(context.BodyScratch);
        if (media is null)
        {
            return false;
        }

        if (request.Body.IsEmpty)
        {
            SdpWriter.WriteOffer(ref body, dialog.LocalAddress, media);
        }
        else if (SdpReader.TryRead(request.Body, out var offer))
        {
            SdpWriter.WriteAnswer(ref body, dialog.LocalAddress, media, offer, request.Body);
            media.Retarget(offer);
        }
        else
        {
            return false;
        }

        dialog.Refresh(request);
        ResponseWriter.Begin(ref writer, request, 200, source, default, context.Secret);
        responder.AddServer(ref writer, 200);
        responder.AddContact(ref writer, request, dialog.LocalAddress, source.Transport);
        writer.Add("Content-Type: application/sdp\r\nContent-Length: "u8);
        writer.Add(body.Length);
        writer.Add("\r\n\r\n"u8);
        writer.Add(body.Written);
        return !writer.Overflowed && !body.Overflowed;
    }
}
