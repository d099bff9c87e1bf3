using Burgernet.Sip.Grammar;

namespace Burgernet.Sip.Media;

/// <summary>One m= section while it is read, RFC 8866 §5.14.</summary>
internal ref struct MediaLevel
{
    private ReadOnlySpan<byte> _formats;

    public bool Begun { get; private set; }

    public bool IsUsable { get; private set; }

    public int Port { get; private set; }

    public uint? Address { get; set; }

    public bool HasAddress { get; set; }

    public bool? Receives { get; set; }

    public int TelephoneEvent { get; private set; }

    /// <summary>media-field = %s"m" "=" media SP port ["/" integer] SP proto 1*(SP fmt).</summary>
    public static MediaLevel Begin(ReadOnlySpan<byte> value)
    {
        var media = new MediaLevel { Begun = true, TelephoneEvent = SdpAudio.None };
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
        return media;
    }

    /// <summary>rtpmap-value = payload-type SP encoding-name "/" clock-rate: only telephone-event matters, static types need no map.</summary>
    public void ReadMap(ReadOnlySpan<byte> value)
    {
        if (!IsUsable || !value.StartsWith("rtpmap:"u8))
        {
            return;
        }

        var rest = value[7..];
        var payload = Word(ref rest);
        if (
            TelephoneEvent == SdpAudio.None
            && SipText.TryReadNumber(payload, 127, out var number)
            && SipText.Same(SipText.Trim(rest), "telephone-event/8000"u8)
        )
        {
            TelephoneEvent = (int)number;
        }
    }

    /// <summary>The first of A-law and µ-law in the peer's order (RFC 3264 §6.1: the answer lists what it prefers first).</summary>
    public readonly bool TryCodec(out int codec)
    {
        var rest = _formats;
        while (!rest.IsEmpty)
        {
            var format = Word(ref rest);
            if (format.SequenceEqual("8"u8) || format.SequenceEqual("0"u8))
            {
                codec = format[0] - '0';
                return true;
            }
        }

        codec = SdpAudio.None;
        return false;
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
