using Burgernet.Sip.Grammar;

namespace Burgernet.Sip.Media;

/// <summary>Reads a session description (RFC 8866) as an offer or answer (RFC 3264) for one G.711 stream.</summary>
internal static class SdpReader
{
    /// <summary>False where there is no stream we can use: no m=audio with RTP/AVP, port 0, no G.711, no IPv4 address.</summary>
    public static bool TryRead(ReadOnlySpan<byte> body, out SdpAudio audio)
    {
        audio = default;
        uint? sessionAddress = null;
        var sessionDirection = SdpDirection.SendAndReceive;
        var media = new MediaLevel();
        var rest = body;
        while (!rest.IsEmpty)
        {
            var feed = rest.IndexOf((byte)'\n');
            var line = (feed < 0 ? rest : rest[..feed]).TrimEnd((byte)'\r');
            rest = feed < 0 ? default : rest[(feed + 1)..];
            if (line.Length < 2 || line[1] != '=')
            {
                continue;
            }

            var value = line[2..];
            switch (line[0])
            {
                case (byte)'m':
                    if (media.IsUsable)
                    {
                        // Further streams are refused by port 0 in our answer; the first usable one is ours.
                        rest = default;
                        break;
                    }

                    media = MediaLevel.Begin(value);
                    break;
                case (byte)'c':
                    if (media.Begun)
                    {
                        media.Address = ReadConnection(value);
                        media.HasAddress = true;
                    }
                    else
                    {
                        sessionAddress = ReadConnection(value);
                    }

                    break;
                case (byte)'b' when media.Begun:
                    media.ReadBandwidth(value);
                    break;
                case (byte)'a':
                    if (!TryReadDirection(value, out var direction))
                    {
                        media.ReadAttribute(value);
                    }
                    else if (media.Begun)
                    {
                        media.Direction = direction;
                    }
                    else
                    {
                        sessionDirection = direction;
                    }

                    break;
                default:
                    break;
            }
        }

        var address = media.HasAddress ? media.Address : sessionAddress;
        if (!media.IsUsable || address is null || !media.TryCodec(out var codec, out var isALaw))
        {
            return false;
        }

        var directions = media.Direction ?? sessionDirection;
        audio = new SdpAudio
        {
            Address = address.Value,
            Port = media.Port,
            Codec = codec,
            IsALaw = isALaw,
            TelephoneEvent = media.TelephoneEvent(),
            PeerReceives = (directions & SdpDirection.ReceiveOnly) != SdpDirection.Inactive,
            PeerSends = (directions & SdpDirection.SendOnly) != SdpDirection.Inactive,
            PacketTime = media.PacketTime,
            MostPacketTime = media.LongestPacketTime,
            TakesControl = media.TakesControl,
        };
        return true;
    }

    /// <summary>connection-field = %s"c" "=" nettype SP addrtype SP connection-address, RFC 8866 §5.7.</summary>
    private static uint? ReadConnection(ReadOnlySpan<byte> value)
    {
        if (!value.StartsWith("IN IP4 "u8))
        {
            return null;
        }

        var text = SipText.Trim(value[7..]);
        var slash = text.IndexOf((byte)'/');
        return HostPort.TryReadIPv4(slash < 0 ? text : text[..slash], out var address) ? address : null;
    }

    /// <summary>a=sendrecv / sendonly / recvonly / inactive, RFC 8866 §6.7.</summary>
    private static bool TryReadDirection(ReadOnlySpan<byte> value, out SdpDirection direction)
    {
        direction =
            value.SequenceEqual("sendrecv"u8) ? SdpDirection.SendAndReceive
            : value.SequenceEqual("sendonly"u8) ? SdpDirection.SendOnly
            : value.SequenceEqual("recvonly"u8) ? SdpDirection.ReceiveOnly
            : SdpDirection.Inactive;
        return direction != SdpDirection.Inactive || value.SequenceEqual("inactive"u8);
    }
}
