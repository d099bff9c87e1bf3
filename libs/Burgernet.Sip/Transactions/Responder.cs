using System.Text;
using Burgernet.Sip.Dialogs;
using Burgernet.Sip.Grammar;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Threading;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Transactions;

/// <summary>Answers requests that need no call of their own; the non-INVITE server transaction of RFC 3261 §17.2.2 (figure 8).</summary>
internal sealed class Responder
{
    private readonly SipContext _context;
    private readonly ServerTransactions _transactions;
    private readonly byte[] _server;

    public Responder(SipContext context, ServerTransactions transactions)
    {
        _context = context;
        _transactions = transactions;
        _server = Encoding.ASCII.GetBytes($"Server: {TrunkSegments.Printable(context.Options.UserAgent)}\r\n");
    }

    /// <summary>Fields of every final response of ours: who we are and, in 405 and 2xx, what we understand (§20.5).</summary>
    public void AddServer(ref MessageWriter writer, int status)
    {
        writer.Add(_server);
        if (status is 405 or (>= 200 and < 300))
        {
            writer.Add("Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE\r\n"u8);
        }
    }

    /// <summary>Answers at once, keeping nothing (§8.2.7): a repeated request gets the same answer, since the tag comes from the request.</summary>
    public void Reply(in SipMessage request, in Hop source, int status)
    {
        var writer = new MessageWriter(_context.Scratch);
        Write(ref writer, request, source, status);
        _context.Send(writer.Written, ResponseWriter.Aim(request, source));
    }

    /// <summary>§8.2 and §16.3: a broken request is told so, where its Via, parties and CSeq can be read; broken responses and ACKs are dropped.</summary>
    public void TryRefuse(in SipMessage message, in Hop source, ParseFault fault)
    {
        if (
            message.IsRequest
            && message.Method != SipMethod.Ack
            && !message.CSeq.IsEmpty
            && !message.MethodName.SequenceEqual("ACK"u8)
            && ViaValue.TryParse(message.TopVia, out _)
        )
        {
            Reply(message, source, StatusOf(fault));
        }
    }

    /// <summary>§17.2.2 "Completed": answers, and over UDP keeps the answer for 64·T1 (Timer J, zero on connections).</summary>
    public void ReplyAndKeep(in SipMessage request, in Hop source, int status, SipToken tag = default)
    {
        var writer = new MessageWriter(_context.Scratch);
        Write(ref writer, request, source, status, tag);
        Keep(request, source, writer.Written);
    }

    /// <summary>§17.2.2 "Completed" for a response that is written already.</summary>
    public void Keep(in SipMessage request, in Hop source, ReadOnlySpan<byte> response)
    {
        var destination = _context.Send(response, ResponseWriter.Aim(request, source));
        if (destination.IsReliable)
        {
            return;
        }

        var transaction = _transactions.TryCreate(_transactions.KeyOf(request, request.Method), request.Method);
        if (transaction is null)
        {
            return;
        }

        transaction.State = ServerState.Completed;
        transaction.KeepResponse(response);
        transaction.Destination = destination;
        _context.Start(TimerName.J, _context.Longest, transaction.Index, transaction.Generation);
    }

    /// <summary>§17.2.2: a repeated request gets the kept response.</summary>
    public void Repeat(ServerTransaction transaction)
    {
        if (!transaction.Response.IsEmpty)
        {
            _context.Send(transaction.Response, transaction.Destination);
        }
    }

    /// <summary>Contact with the address that the peer reaches us at, by the transport that it used; a sips URI where it asked for one (§12.1.1).</summary>
    public void AddContact(ref MessageWriter writer, in SipMessage request, uint address, SipTransport transport)
    {
        var isSips = SipUri.TryParse(request.RequestUri, out var target) && target.IsSecure;
        writer.Add(isSips ? "Contact: <sips:burgernet@"u8 : "Contact: <sip:burgernet@"u8);
        writer.AddIPv4(address);
        writer.Add((byte)':');
        writer.Add(_context.PortOf(transport));
        writer.Add(isSips ? default : TransportNames.UriParameterOf(transport));
        writer.Add(">\r\n"u8);
    }

    /// <summary>What makes a refusal useful: Accept (§21.4.13), Warning (§20.43), Unsupported (§20.40); and Accept in the answer to OPTIONS (§11.2).</summary>
    public static void AddReasons(ref MessageWriter writer, in SipMessage request, int status)
    {
        if (status is 200 && request.Method == SipMethod.Options)
        {
            writer.Add("Accept: application/sdp\r\n"u8);
        }

        if (status == 415)
        {
            // §21.4.13
            writer.Add("Accept: application/sdp\r\nAccept-Encoding: identity\r\n"u8);
        }

        if (status == 488)
        {
            // §20.43: 305, one or more media formats described in the session are not available.
            writer.Add("Warning: 305 burgernet \"PCMA or PCMU over RTP/AVP is needed\"\r\n"u8);
        }

        if (status == 420)
        {
            // §8.2.2.3: what is not understood is listed.
            foreach (var field in request.Fields)
            {
                if (field.Name == HeaderName.Require)
                {
                    writer.Add("Unsupported: "u8);
                    writer.Add(request.ValueOf(field));
                    writer.Add("\r\n"u8);
                }
            }
        }
    }

    /// <summary>§21.4.1, §21.5.6, §21.5.7.</summary>
    private static int StatusOf(ParseFault fault) =>
        fault switch
        {
            ParseFault.Version => 505,
            ParseFault.TooLarge => 513,
            _ => 400,
        };

    private void Write(ref MessageWriter writer, in SipMessage request, in Hop source, int status, SipToken tag = default)
    {
        if (tag.Kind == 0)
        {
            tag = new SipToken(SipToken.Loose, 0, (uint)SipText.Hash(_context.HashSeed, request.CallId));
        }

        ResponseWriter.Begin(ref writer, request, status, source, tag, _context.Secret);
        AddServer(ref writer, status);
        AddReasons(ref writer, request, status);
        writer.Add("Content-Length: 0\r\n\r\n"u8);
    }
}
