using Burgernet.Sip.Grammar;

namespace Burgernet.Sip.Media;

/// <summary>One m= section while it is read, RFC 8866 §5.14.</summary>
internal ref struct MediaLevel
{
    private const int MostPacketTime = 10_000;

    private ReadOnlySpan<byte> _formats;

    // One bit a payload type.
    private UInt128 _aLaw;
    private UInt128 _muLaw;
    private UInt128 _events;
    private bool _isMuxed;
    private bool _sendersSilent;
    private bool _receiversSilent;

    public bool Begun { get; private set; }

    public bool IsUsable { get; private set; }

    public int Port { get; private set; }

    public uint? Address { get; set; }

    public bool HasAddress { get; set; }

    public SdpDirection? Direction { get; set; }

    public int PacketTime { get; private set; }

    public int LongestPacketTime { get; private set; }

    public readonly bool TakesControl => _isMuxed && !(_sendersSilent && _receiversSilent);

    /// <summary>media-field = %s"m" "=" media SP port ["/" integer] SP proto 1*(SP fmt).</summary>
    public static MediaLevel Begin(ReadOnlySpan<byte> value)
    {
        var media = new MediaLevel { Begun = true };
        var rest = value;
        var kind = Word(ref rest);
        var port = Word(ref rest);
        var protocol = Word(ref rest);
        var slash = port.IndexOf((byte)'/');
        if (
            !kind.SequenceEqual("audio"u8)
            || !protocol.SequenceEqual("RTP/AVP"u8)
            || !SipText.TryReadNumber(slash < 0 ? port : port[..slash], 65_535, out var number)
            || number == 0
        )
        {
            return media;
        }

        media.Port = (int)number;
        media._formats = rest;
        media.IsUsable = true;

        // RFC 3551 §6: the static types need no map.
        media._aLaw = UInt128.One << 8;
        media._muLaw = UInt128.One;
        return media;
    }

    /// <summary>attribute = (att-name ":" att-value) / att-name.</summary>
    public void ReadAttribute(ReadOnlySpan<byte> value)
    {
        var colon = value.IndexOf((byte)':');
        var name = colon < 0 ? value : value[..colon];
        var rest = colon < 0 ? default : value[(colon + 1)..];
        if (name.SequenceEqual("rtpmap"u8))
        {
            ReadMap(rest);
        }
        else if (name.SequenceEqual("ptime"u8))
        {
            PacketTime = ReadTime(rest);
        }
        else if (name.SequenceEqual("maxptime"u8))
        {
            LongestPacketTime = ReadTime(rest);
        }
        else if (name.SequenceEqual("rtcp-mux"u8))
        {
            _isMuxed = true;
        }
    }

    /// <summary>RFC 3556 §2: b=RS and b=RR of 0 ask for no RTCP.</summary>
    public void ReadBandwidth(ReadOnlySpan<byte> value)
    {
        _sendersSilent |= value.SequenceEqual("RS:0"u8);
        _receiversSilent |= value.SequenceEqual("RR:0"u8);
    }

    /// <summary>The first of A-law and µ-law in the peer's order (RFC 3264 §6.1: the answer lists what it prefers first).</summary>
    public readonly bool TryCodec(out int codec, out bool isALaw)
    {
        codec = First(_aLaw | _muLaw);
        isALaw = codec != SdpAudio.None && Has(_aLaw, codec);
        return codec != SdpAudio.None;
    }

    /// <summary>The first format that is telephone-event at 8 kHz, or <see cref="SdpAudio.None"/>.</summary>
    public readonly int TelephoneEvent() => First(_events);

    /// <summary>rtpmap-value = payload-type SP encoding-name "/" clock-rate [ "/" encoding-params ].</summary>
    private void ReadMap(ReadOnlySpan<byte> value)
    {
        var rest = value;
        var payload = Word(ref rest);
        if (!SipText.TryReadNumber(payload, 127, out var number))
        {
            return;
        }

        var bit = UInt128.One << (int)number;
        var encoding = SipText.Trim(rest);
        if (IsEncoding(encoding, "telephone-event/8000"u8))
        {
            _events |= bit;
        }
        else if (IsEncoding(encoding, "PCMA/8000"u8))
        {
            _aLaw |= bit;
            _muLaw &= ~bit;
        }
        else if (IsEncoding(encoding, "PCMU/8000"u8))
        {
            _muLaw |= bit;
            _aLaw &= ~bit;
        }
    }

    private static bool IsEncoding(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name) =>
        text.Length >= name.Length
        && SipText.Same(text[..name.Length], name)
        && (text.Length == name.Length || text[name.Length..].SequenceEqual("/1"u8));

    /// <summary>packet-time = non-zero-int-or-real, in ms; what cannot be read is as if not said.</summary>
    private static int ReadTime(ReadOnlySpan<byte> value)
    {
        var text = SipText.Trim(value);
        var point = text.IndexOf((byte)'.');
        return SipText.TryReadNumber(point < 0 ? text : text[..point], MostPacketTime, out var time) ? (int)time : 0;
    }

    private static bool Has(UInt128 types, int type) => (types >> type & UInt128.One) != UInt128.Zero;

    private readonly int First(UInt128 types)
    {
        var rest = _formats;
        while (!rest.IsEmpty)
        {
            if (SipText.TryReadNumber(Word(ref rest), 127, out var type) && Has(types, (int)type))
            {
                return (int)type;
            }
        }

        return SdpAudio.None;
    }

    private static ReadOnlySpan<byte> Word(ref ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart((byte)' ');
        var space = rest.IndexOf((byte)' ');
        var word = space < 0 ? rest : rest[..space];
        rest = space < 0 ? default : rest[(space + 1)..];
        return word;
    }
}
