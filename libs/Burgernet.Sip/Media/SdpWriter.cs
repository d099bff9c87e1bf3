using Burgernet.Sip.Messages;

namespace Burgernet.Sip.Media;

/// <summary>Writes our session descriptions, RFC 8866.</summary>
internal static class SdpWriter
{
    /// <summary>Our payload type for telephone-event in offers.</summary>
    public const int TelephoneEvent = 101;

    /// <summary>An offer: A-law, µ-law, telephone events, 20 ms (RFC 3264 §5), RTCP on the same port (RFC 5761 §5.1.1).</summary>
    public static void WriteOffer(ref MessageWriter writer, uint address, MediaLeg leg)
    {
        WriteSession(ref writer, address, leg);
        writer.Add("m=audio "u8);
        writer.Add(leg.Port);
        writer.Add(" RTP/AVP 8 0 101\r\nc=IN IP4 "u8);
        writer.AddIPv4(address);
        writer.Add(
            "\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\na=ptime:20\r\na=rtcp-mux\r\na=sendrecv\r\n"u8
        );
    }

    /// <summary>An answer, RFC 3264 §6: one codec, the offer's payload type for events, and a refusing line for each further stream.</summary>
    public static void WriteAnswer(ref MessageWriter writer, uint address, MediaLeg leg, in SdpAudio offer, ReadOnlySpan<byte> offerBody)
    {
        WriteSession(ref writer, address, leg);
        var answered = false;
        var rest = offerBody;
        while (!rest.IsEmpty)
        {
            var feed = rest.IndexOf((byte)'\n');
            var line = (feed < 0 ? rest : rest[..feed]).TrimEnd((byte)'\r');
            rest = feed < 0 ? default : rest[(feed + 1)..];
            if (!line.StartsWith("m="u8))
            {
                continue;
            }

            if (!answered && MediaLevel.Begin(line[2..]).IsUsable)
            {
                answered = true;
                WriteStream(ref writer, address, leg.Port, offer);
            }
            else
            {
                WriteRefusal(ref writer, line[2..]);
            }
        }

        if (!answered)
        {
            WriteStream(ref writer, address, leg.Port, offer);
        }
    }

    /// <summary>o= username SP sess-id SP sess-version …: the version rises with each description of a session (RFC 3264 §8).</summary>
    private static void WriteSession(ref MessageWriter writer, uint address, MediaLeg leg)
    {
        writer.Add("v=0\r\no=- "u8);
        writer.Add(leg.Session);
        writer.Add((byte)' ');
        writer.Add(leg.TakeVersion());
        writer.Add(" IN IP4 "u8);
        writer.AddIPv4(address);
        writer.Add("\r\ns=-\r\nc=IN IP4 "u8);
        writer.AddIPv4(address);
        writer.Add("\r\nt=0 0\r\n"u8);
    }

    private static void WriteStream(ref MessageWriter writer, uint address, int port, in SdpAudio offer)
    {
        writer.Add("m=audio "u8);
        writer.Add(port);
        writer.Add(" RTP/AVP "u8);
        writer.Add(offer.Codec);
        if (offer.TelephoneEvent != SdpAudio.None)
        {
            writer.Add((byte)' ');
            writer.Add(offer.TelephoneEvent);
        }

        writer.Add("\r\nc=IN IP4 "u8);
        writer.AddIPv4(address);
        writer.Add("\r\na=rtpmap:"u8);
        writer.Add(offer.Codec);
        writer.Add(offer.IsALaw ? " PCMA/8000\r\n"u8 : " PCMU/8000\r\n"u8);
        if (offer.TelephoneEvent != SdpAudio.None)
        {
            writer.Add("a=rtpmap:"u8);
            writer.Add(offer.TelephoneEvent);
            writer.Add(" telephone-event/8000\r\na=fmtp:"u8);
            writer.Add(offer.TelephoneEvent);
            writer.Add(" 0-15\r\n"u8);
        }

        writer.Add("a=ptime:20\r\n"u8);
        if (offer.TakesControl)
        {
            writer.Add("a=rtcp-mux\r\n"u8);
        }

        // RFC 3264 §6.1: the mirror of what was offered; on hold we stay ready to receive.
        writer.Add(
            (offer.PeerReceives, offer.PeerSends) switch
            {
                (true, true) => "a=sendrecv\r\n"u8,
                (true, false) => "a=sendonly\r\n"u8,
                (false, true) => "a=recvonly\r\n"u8,
                _ => "a=inactive\r\n"u8,
            }
        );
    }

    /// <summary>RFC 3264 §6: a stream is refused by port 0, with the same media, protocol and a format.</summary>
    private static void WriteRefusal(ref MessageWriter writer, ReadOnlySpan<byte> media)
    {
        var space = media.IndexOf((byte)' ');
        var after = space < 0 ? default : media[(space + 1)..];
        var next = after.IndexOf((byte)' ');
        if (next < 0)
        {
            return;
        }

        writer.Add("m="u8);
        writer.Add(media[..space]);
        writer.Add(" 0"u8);
        writer.Add(after[next..]);
        writer.Add("\r\n"u8);
    }
}
