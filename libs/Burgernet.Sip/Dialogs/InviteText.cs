using Burgernet.Sip.Media;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Transactions;

namespace Burgernet.Sip.Dialogs;

/// <summary>The INVITE of one call as it was sent, with the places of the parts that ACK and CANCEL repeat. The buffer is used again.</summary>
internal sealed class InviteText
{
    private byte[] _bytes = [];
    private int _length;
    private Range _uri;
    private Range _via;
    private Range _from;
    private Range _to;
    private Range _callId;
    private Range _authorization;
    private uint _sequence;

    public ReadOnlySpan<byte> Message => _bytes.AsSpan(0, _length);

    public ReadOnlySpan<byte> From => _bytes.AsSpan(_from);

    public ReadOnlySpan<byte> To => _bytes.AsSpan(_to);

    public ReadOnlySpan<byte> CallId => _bytes.AsSpan(_callId);

    public uint Sequence => _sequence;

    /// <summary>Credentials as sent, which the ACK of a 2xx repeats (RFC 3261 §13.2.2.4).</summary>
    public ReadOnlySpan<byte> Authorization => _bytes.AsSpan(_authorization);

    /// <summary>RFC 3261 §8.1.1 and §13.2.1: the request, with an offer.</summary>
    public bool Write(SipContext context, in SipCallRequest request, SipToken tag, SipToken branch, MediaLeg media, uint sequence)
    {
        var segments = request.Trunk.Segments;
        var body = new MessageWriter(context.BodyScratch);
        SdpWriter.WriteOffer(ref body, segments.LocalAddress, media);
        var writer = new MessageWriter(context.Scratch);
        writer.Add("INVITE "u8);
        var start = writer.Length;
        writer.Add(segments.Scheme);
        writer.AddUser(request.To);
        writer.Add(segments.AtTarget);
        _uri = start..writer.Length;
        writer.Add(" SIP/2.0\r\n"u8);
        start = writer.Length;
        writer.Add(segments.Via);
        branch.WriteTo(ref writer, context.Secret);
        writer.Add("\r\n"u8);
        writer.Add(segments.Route);
        _via = start..writer.Length;
        writer.Add("Max-Forwards: 70\r\nFrom: "u8);
        start = writer.Length;
        writer.Add((byte)'<');
        writer.Add(segments.Scheme);
        writer.AddUser(request.From ?? request.Trunk.Options.DefaultFrom);
        writer.Add(segments.AtDomain);
        writer.Add(">;tag="u8);
        tag.WriteTo(ref writer, context.Secret);
        _from = start..writer.Length;
        writer.Add("\r\nTo: "u8);
        start = writer.Length;
        writer.Add((byte)'<');
        writer.Add(segments.Scheme);
        writer.AddUser(request.To);
        writer.Add(segments.AtDomain);
        writer.Add((byte)'>');
        _to = start..writer.Length;
        writer.Add("\r\nCall-ID: "u8);
        start = writer.Length;
        if (request.CallId is null)
        {
            tag.WriteTo(ref writer, context.Secret);
        }
        else
        {
            writer.Add(request.CallId);
        }

        writer.Add((byte)'@');
        writer.AddIPv4(segments.LocalAddress);
        _callId = start..writer.Length;
        _sequence = sequence;
        writer.Add("\r\nCSeq: "u8);
        writer.Add(sequence);
        writer.Add(" INVITE\r\n"u8);
        start = writer.Length;
        request.Trunk.Authorization?.Write(ref writer, SipMethod.Invite, context.Scratch.AsSpan(_uri), context.Random);
        _authorization = start..writer.Length;
        writer.Add(segments.Contact);
        writer.Add("Content-Type: application/sdp\r\nContent-Length: "u8);
        writer.Add(body.Length);
        writer.Add("\r\n\r\n"u8);
        writer.Add(body.Written);
        if (writer.Overflowed || body.Overflowed)
        {
            return false;
        }

        if (_bytes.Length < writer.Length)
        {
            _bytes = new byte[Math.Max(1_280, writer.Length)];
        }

        writer.Written.CopyTo(_bytes);
        _length = writer.Length;
        return true;
    }

    /// <summary>A request of the same transaction: ACK for a failure (§17.1.1.3) or CANCEL (§9.1): same Request-URI, top Via, Route, From, Call-ID and CSeq number.</summary>
    public void WriteSibling(ref MessageWriter writer, SipMethod method, ReadOnlySpan<byte> to)
    {
        writer.Add(SipMethods.NameOf(method));
        writer.Add((byte)' ');
        writer.Add(_bytes.AsSpan(_uri));
        writer.Add(" SIP/2.0\r\n"u8);
        writer.Add(_bytes.AsSpan(_via));
        writer.Add("Max-Forwards: 70\r\nFrom: "u8);
        writer.Add(From);
        writer.Add("\r\nTo: "u8);
        writer.Add(to);
        writer.Add("\r\nCall-ID: "u8);
        writer.Add(CallId);
        writer.Add("\r\nCSeq: "u8);
        writer.Add(_sequence);
        writer.Add((byte)' ');
        writer.Add(SipMethods.NameOf(method));
        writer.Add("\r\nContent-Length: 0\r\n\r\n"u8);
    }
}
