using Burgernet.Sip.Authentication;
using Burgernet.Sip.Grammar;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Transactions;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Dialogs;

/// <summary>A dialog's state, RFC 3261 §12: parties, sequence numbers, remote target and route set. The buffer is used again.</summary>
internal sealed class Dialog
{
    private const int MostRoutes = 32;

    private byte[] _bytes = [];
    private int _length;
    private Range _target;
    private int _targetRoom;
    private Range _firstRoute;
    private Range _routes;
    private bool _isStrict;
    private bool _isCaller;
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

    /// <summary>§12.2.1.1: with a loose first route, or none, the remote target; with a strict one, that route.</summary>
    private ReadOnlySpan<byte> RequestUri => _bytes.AsSpan(_isStrict ? _firstRoute : _target);

    public void Clear()
    {
        IsConfirmed = false;
        _length = 0;
        _routes = default;
        _isStrict = false;
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

    /// <summary>§12.2.2: re-INVITE and UPDATE are target refresh requests; the route set stays.</summary>
    public void Refresh(in SipMessage request)
    {
        if (!TryReadContact(request, out var target))
        {
            return;
        }

        if (target.Length <= _targetRoom)
        {
            target.CopyTo(_bytes.AsSpan(_target.Start.Value));
            _target = _target.Start.Value..(_target.Start.Value + target.Length);
        }
        else
        {
            _target = Put(target);
            _targetRoom = target.Length;
        }

        if (_routes.Start.Equals(_routes.End) && !_isStrict)
        {
            Destination = NextHop.Of(_bytes.AsSpan(_target), Destination, _isCaller);
        }
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
        authorization?.Write(ref writer, method, RequestUri, context.Random);
        writer.Add("Content-Length: 0\r\n\r\n"u8);
    }

    /// <summary>The ACK of a 2xx: the INVITE's number and credentials (§13.2.2.4).</summary>
    /// <returns>Where the credentials stand in it.</returns>
    public Range WriteAck(ref MessageWriter writer, uint sequence, SipToken branch, SipContext context, ReadOnlySpan<byte> authorization)
    {
        Begin(ref writer, SipMethod.Ack, sequence, branch, context);
        var start = writer.Length;
        writer.Add(authorization);
        var end = writer.Length;
        writer.Add("Content-Length: 0\r\n\r\n"u8);
        return start..end;
    }

    /// <summary>§8.1.1 and §12.2.1.1: what every request inside the dialog begins with; a strict first route leaves the target to the last Route.</summary>
    private void Begin(ref MessageWriter writer, SipMethod method, uint sequence, SipToken branch, SipContext context)
    {
        writer.Add(SipMethods.NameOf(method));
        writer.Add((byte)' ');
        writer.Add(RequestUri);
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
        if (_isStrict)
        {
            writer.Add("Route: <"u8);
            writer.Add(_bytes.AsSpan(_target));
            writer.Add(">\r\n"u8);
        }

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

    /// <summary>§12.1: remote target and route set. §12.2.1.1: with a strict first route that one is the Request-URI, and the target goes last.</summary>
    private void Aim(in SipMessage message, in Hop began, bool isCaller)
    {
        _isCaller = isCaller;
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

        if (!TryReadContact(message, out var target))
        {
            // A 2xx without Contact is against §12.1.1; the other party's address is the best guess there is.
            _ = NameAddress.TryParse(isCaller ? message.To : message.From, out var party);
            target = party.Uri;
        }

        _target = Put(target);
        _targetRoom = target.Length;
        if (count == 0)
        {
            Destination = NextHop.Of(_bytes.AsSpan(_target), began, isCaller);
            return;
        }

        _ = NameAddress.TryParse(_bytes.AsSpan(routes[0]), out var first);
        _ = SipUri.TryParse(first.Uri, out var hop);
        Destination = NextHop.Of(first.Uri, began, isCaller);
        _isStrict = !hop.IsLoose;
        _firstRoute = _isStrict ? Put(WithoutHeaders(first.Uri)) : default;
        var start = _length;
        foreach (var route in _isStrict ? routes[1..] : routes)
        {
            Put("Route: "u8);
            Put(_bytes.AsSpan(route));
            Put("\r\n"u8);
        }

        _routes = start.._length;
    }

    /// <summary>§12.1.1, §12.1.2, §12.2.1.2: the first Contact is the remote target.</summary>
    private static bool TryReadContact(in SipMessage message, out ReadOnlySpan<byte> target)
    {
        var contacts = new ValueList(message.First(HeaderName.Contact));
        target = contacts.MoveNext() && NameAddress.TryParse(contacts.Current, out var contact) ? contact.Uri : default;
        return SipUri.TryParse(target, out _);
    }

    /// <summary>§19.1.1, table 1: a Request-URI carries no headers.</summary>
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
