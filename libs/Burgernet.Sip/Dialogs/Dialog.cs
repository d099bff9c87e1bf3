using Burgernet.Sip.Authentication;
using Burgernet.Sip.Grammar;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Transactions;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Dialogs;

/// <summary>A dialog's state, RFC 3261 §12: parties, sequence numbers, remote target and route set. The buffer is used again.</summary>
internal sealed class Dialog
{
    private const int MostRoutes = 16;

    private byte[] _bytes = [];
    private int _length;
    private Range _uri;
    private Range _routes;
    private Range _local;
    private Range _remote;
    private Range _callId;
    private Range _remoteTag;

    public bool IsConfirmed { get; private set; }

    public uint LocalSequence { get; set; }

    /// <summary>0 until the peer has sent a request.</summary>
    public uint RemoteSequence { get; set; }

    /// <summary>Address that our requests name in Via.</summary>
    public uint LocalAddress { get; private set; }

    /// <summary>Where our requests go.</summary>
    public Hop Destination { get; set; }

    public ReadOnlySpan<byte> RemoteTag => _bytes.AsSpan(_remoteTag);

    public ReadOnlySpan<byte> CallId => _bytes.AsSpan(_callId);

    public void Clear()
    {
        IsConfirmed = false;
        _length = 0;
        LocalSequence = 0;
        RemoteSequence = 0;
    }

    /// <summary>§12.1.2: the caller's side, from a 2xx; the route set is Record-Route in reverse order.</summary>
    public void BeginAsCaller(in SipMessage response, uint localAddress, in Hop began)
    {
        Begin(response, localAddress, response.From, response.To, response.ToTag);
        LocalSequence = response.CSeqNumber;
        Aim(response, began, isCaller: true);
    }

    /// <summary>§12.1.1: the answering side, from an INVITE; the route set is Record-Route as it stands.</summary>
    public void BeginAsCallee(in SipMessage request, uint localAddress, SipToken localTag, ulong secret, in Hop source)
    {
        Begin(request, localAddress, default, request.From, request.FromTag);
        var start = _length;
        Put(request.To);
        Put(";tag="u8);
        Span<byte> tag = stackalloc byte[SipToken.Length];
        var writer = new MessageWriter(tag);
        localTag.WriteTo(ref writer, secret);
        Put(writer.Written);
        _local = start.._length;
        LocalSequence = 0;
        RemoteSequence = request.CSeqNumber;
        Aim(request, source, isCaller: false);
    }

    /// <summary>§12.2.1.1: a request inside the dialog, credentials computed for it where the trunk has some.</summary>
    public void Write(
        ref MessageWriter writer,
        SipMethod method,
        uint sequence,
        SipToken branch,
        SipContext context,
        TrunkAuthorization? authorization
    )
    {
        Begin(ref writer, method, sequence, branch, context);
        authorization?.Write(ref writer, method, _bytes.AsSpan(_uri), context.Random);
        writer.Add("Content-Length: 0\r\n\r\n"u8);
    }

    /// <summary>The ACK of a 2xx: the INVITE's number and credentials (§13.2.2.4).</summary>
    public void WriteAck(ref MessageWriter writer, uint sequence, SipToken branch, SipContext context, ReadOnlySpan<byte> authorization)
    {
        Begin(ref writer, SipMethod.Ack, sequence, branch, context);
        writer.Add(authorization);
        writer.Add("Content-Length: 0\r\n\r\n"u8);
    }

    private void Begin(ref MessageWriter writer, SipMethod method, uint sequence, SipToken branch, SipContext context)
    {
        writer.Add(SipMethods.NameOf(method));
        writer.Add((byte)' ');
        writer.Add(_bytes.AsSpan(_uri));
        writer.Add(" SIP/2.0\r\nVia: SIP/2.0/"u8);
        writer.Add(TransportNames.Of(Destination.Transport));
        writer.Add((byte)' ');
        writer.AddIPv4(LocalAddress);
        writer.Add((byte)':');
        writer.Add(context.PortOf(Destination.Transport));
        writer.Add(";rport;branch="u8);
        writer.Add(SipToken.Cookie);
        branch.WriteTo(ref writer, context.Secret);
        writer.Add("\r\nMax-Forwards: 70\r\n"u8);
        writer.Add(_bytes.AsSpan(_routes));
        writer.Add("From: "u8);
        writer.Add(_bytes.AsSpan(_local));
        writer.Add("\r\nTo: "u8);
        writer.Add(_bytes.AsSpan(_remote));
        writer.Add("\r\nCall-ID: "u8);
        writer.Add(_bytes.AsSpan(_callId));
        writer.Add("\r\nCSeq: "u8);
        writer.Add(sequence);
        writer.Add((byte)' ');
        writer.Add(SipMethods.NameOf(method));
        writer.Add("\r\n"u8);
    }

    private void Begin(
        in SipMessage message,
        uint localAddress,
        ReadOnlySpan<byte> local,
        ReadOnlySpan<byte> remote,
        ReadOnlySpan<byte> remoteTag
    )
    {
        Clear();
        IsConfirmed = true;
        LocalAddress = localAddress;
        _local = Put(local);
        _remote = Put(remote);
        _remoteTag = Put(remoteTag);
        _callId = Put(message.CallId);
    }

    /// <summary>§12.2.1.1: with a loose first route the Request-URI is the remote target; with a strict one it is that route, and the target goes last.</summary>
    private void Aim(in SipMessage message, in Hop began, bool isCaller)
    {
        Span<Range> routes = stackalloc Range[MostRoutes];
        var count = 0;
        foreach (var field in message.Fields)
        {
            if (field.Name != HeaderName.RecordRoute)
            {
                continue;
            }

            foreach (var value in new ValueList(message.ValueOf(field)))
            {
                if (count < MostRoutes && NameAddress.TryParse(value, out _))
                {
                    routes[count++] = Put(value);
                }
            }
        }

        routes = routes[..count];
        if (isCaller)
        {
            routes.Reverse();
        }

        var contacts = new ValueList(message.First(HeaderName.Contact));
        ReadOnlySpan<byte> target =
            contacts.MoveNext() && NameAddress.TryParse(contacts.Current, out var contact) && SipUri.TryParse(contact.Uri, out _)
                ? contact.Uri
                : default;
        if (target.IsEmpty)
        {
            // A 2xx without Contact is against §12.1.1; the other party's address is the best guess there is.
            _ = NameAddress.TryParse(isCaller ? message.To : message.From, out var party);
            target = party.Uri;
        }

        var targetRange = Put(target);
        if (count == 0)
        {
            _uri = targetRange;
            _routes = 0..0;
            Destination = NextHop.Of(_bytes.AsSpan(_uri), began, isCaller);
            return;
        }

        _ = NameAddress.TryParse(_bytes.AsSpan(routes[0]), out var first);
        _ = SipUri.TryParse(first.Uri, out var hop);
        var isLoose = hop.IsLoose;
        Destination = NextHop.Of(first.Uri, began, isCaller);
        _uri = isLoose ? targetRange : Put(WithoutHeaders(first.Uri));
        var start = _length;
        foreach (var route in isLoose ? routes : routes[1..])
        {
            Put("Route: "u8);
            Put(_bytes.AsSpan(route));
            Put("\r\n"u8);
        }

        if (!isLoose)
        {
            Put("Route: <"u8);
            Put(_bytes.AsSpan(targetRange));
            Put(">\r\n"u8);
        }

        _routes = start.._length;
    }

    private static ReadOnlySpan<byte> WithoutHeaders(ReadOnlySpan<byte> uri)
    {
        var question = uri.IndexOf((byte)'?');
        return question < 0 ? uri : uri[..question];
    }

    private Range Put(scoped ReadOnlySpan<byte> text)
    {
        if (_length + text.Length > _bytes.Length)
        {
            // The text may be a view into the buffer that is left behind: it stays readable.
            var larger = new byte[Math.Max(512, (_length + text.Length) * 2)];
            _bytes.AsSpan(0, _length).CopyTo(larger);
            _bytes = larger;
        }

        var start = _length;
        text.CopyTo(_bytes.AsSpan(start));
        _length += text.Length;
        return start.._length;
    }
}
