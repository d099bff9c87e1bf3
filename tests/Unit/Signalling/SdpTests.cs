using System.Text;
using Burgernet.Sip.Media;
using Burgernet.Sip.Messages;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

public sealed class SdpTests
{
    private const string Head = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\n";

    [Theory]
    [InlineData("c=IN IP4 192.0.2.9\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0 8\r\n", 4000, 0, 0xC0000209u, -1, true)]
    [InlineData(
        "t=0 0\r\nm=audio 4000 RTP/AVP 9 8 96\r\nc=IN IP4 192.0.2.7/127\r\na=rtpmap:96 telephone-event/8000\r\n",
        4000,
        8,
        0xC0000207u,
        96,
        true
    )]
    [InlineData("c=IN IP4 192.0.2.9\r\nm=audio 4000 RTP/AVP 8\r\nc=IN IP4 192.0.2.7\r\na=sendonly\r\n", 4000, 8, 0xC0000207u, -1, false)]
    [InlineData("c=IN IP4 192.0.2.9\r\na=inactive\r\nm=audio 4000 RTP/AVP 8\r\n", 4000, 8, 0xC0000209u, -1, false)]
    [InlineData("c=IN IP4 192.0.2.9\r\na=inactive\r\nm=audio 4000 RTP/AVP 8\r\na=sendrecv\r\n", 4000, 8, 0xC0000209u, -1, true)]
    [InlineData(
        "c=IN IP4 192.0.2.9\r\nm=video 3000 RTP/AVP 96\r\nm=audio 0 RTP/AVP 8\r\nm=audio 5002/1 RTP/AVP 8\r\n",
        5002,
        8,
        0xC0000209u,
        -1,
        true
    )]
    [InlineData("c=IN IP4 192.0.2.9\nm=audio 4000 RTP/AVP 8\n", 4000, 8, 0xC0000209u, -1, true)]
    public void Description_Usable_IsRead(string body, int port, int codec, uint address, int keys, bool receives)
    {
        Assert.True(SdpReader.TryRead(Encoding.ASCII.GetBytes(Head + body), out var audio));
        Assert.Equal(
            (port, codec, address, keys, receives),
            (audio.Port, audio.Codec, audio.Address, audio.TelephoneEvent, audio.PeerReceives)
        );
    }

    [Theory]
    [InlineData("c=IN IP4 192.0.2.9\r\nm=audio 0 RTP/AVP 8\r\n")]
    [InlineData("c=IN IP4 192.0.2.9\r\nm=audio 4000 RTP/AVP 18 101\r\n")]
    [InlineData("c=IN IP4 192.0.2.9\r\nm=audio 4000 RTP/SAVP 8\r\n")]
    [InlineData("c=IN IP6 2001:db8::1\r\nm=audio 4000 RTP/AVP 8\r\n")]
    [InlineData("m=audio 4000 RTP/AVP 8\r\n")]
    [InlineData("c=IN IP4 192.0.2.9\r\n")]
    [InlineData("c=IN IP4 300.0.2.9\r\nm=audio 4000 RTP/AVP 8\r\n")]
    [InlineData("c=IN IP4 192.0.2.9\r\nm=audio 70000 RTP/AVP 8\r\n")]
    public void Description_Unusable_IsRefused(string body) => Assert.False(SdpReader.TryRead(Encoding.ASCII.GetBytes(Head + body), out _));

    [Fact]
    public void Hold_ByNullAddress_IsHeld()
    {
        Assert.True(SdpReader.TryRead(Encoding.ASCII.GetBytes($"{Head}c=IN IP4 0.0.0.0\r\nm=audio 4000 RTP/AVP 8\r\n"), out var audio));
        Assert.True(audio.IsHeld);
    }

    [Fact]
    public void Offer_OfOurs_IsReadBack()
    {
        var writer = new MessageWriter(new byte[1_024]);
        SdpWriter.WriteOffer(ref writer, 0xC0000201, new FakeLeg());
        Assert.True(SdpReader.TryRead(writer.Written, out var audio));
        Assert.Equal((0xC0000201u, 20_000, 8, 101), (audio.Address, audio.Port, audio.Codec, audio.TelephoneEvent));
    }

    [Theory]
    [InlineData("8", "", 8, true, -1, 0, 0, false)]
    [InlineData("96 8", "a=rtpmap:96 PCMU/8000\r\na=ptime:30\r\na=maxptime:40\r\n", 96, false, -1, 30, 40, false)]
    [InlineData("97", "a=rtpmap:97 pcma/8000/1\r\na=rtcp-mux\r\n", 97, true, -1, 0, 0, true)]
    [InlineData("8 100 101", "a=rtpmap:101 telephone-event/8000\r\na=rtpmap:100 telephone-event/16000\r\n", 8, true, 101, 0, 0, false)]
    [InlineData("8", "a=rtpmap:101 telephone-event/8000\r\n", 8, true, -1, 0, 0, false)]
    [InlineData("8", "a=rtcp-mux\r\nb=RS:0\r\nb=RR:0\r\n", 8, true, -1, 0, 0, false)]
    [InlineData("8", "a=rtcp-mux\r\nb=RS:0\r\nb=RR:800\r\n", 8, true, -1, 0, 0, true)]
    [InlineData("8", "a=ptime:12.5\r\na=maxptime:x\r\na=ptimes\r\n", 8, true, -1, 12, 0, false)]
    public void Description_Attributes_AreRead(
        string formats,
        string more,
        int codec,
        bool isALaw,
        int keys,
        int time,
        int most,
        bool takesControl
    )
    {
        var body = $"{Head}c=IN IP4 192.0.2.9\r\na=rtcp-mux-not\r\nm=audio 4000 RTP/AVP {formats}\r\n{more}";
        Assert.True(SdpReader.TryRead(Encoding.ASCII.GetBytes(body), out var audio));
        Assert.Equal(
            (codec, isALaw, keys, time, most, takesControl),
            (audio.Codec, audio.IsALaw, audio.TelephoneEvent, audio.PacketTime, audio.MostPacketTime, audio.TakesControl)
        );
    }

    [Theory]
    [InlineData("sendrecv", "sendrecv")]
    [InlineData("sendonly", "recvonly")]
    [InlineData("recvonly", "sendonly")]
    [InlineData("inactive", "inactive")]
    public void Answer_Direction_MirrorsTheOffer(string offered, string answered) =>
        Assert.Contains($"\r\na={answered}\r\n", Answer($"m=audio 4000 RTP/AVP 8\r\na={offered}\r\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("a=rtcp-mux\r\n", true)]
    [InlineData("", false)]
    public void Answer_ToAnOfferOfMux_TakesIt(string more, bool expected) =>
        Assert.Equal(expected, Answer($"m=audio 4000 RTP/AVP 8\r\n{more}").Contains("\r\na=rtcp-mux\r\n", StringComparison.Ordinal));

    [Fact]
    public void Answer_ToAMappedCodec_NamesItsPayloadType()
    {
        var text = Answer("m=audio 4000 RTP/AVP 97\r\na=rtpmap:97 PCMA/8000\r\n");
        Assert.Contains("RTP/AVP 97\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\na=rtpmap:97 PCMA/8000\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Descriptions_OfOneCall_KeepTheirSessionAndRaiseTheVersion()
    {
        var leg = new FakeLeg();
        string Origin()
        {
            var writer = new MessageWriter(new byte[1_024]);
            SdpWriter.WriteOffer(ref writer, 0xC0000201, leg);
            return Encoding.ASCII.GetString(writer.Written).Split("\r\n")[1];
        }

        Assert.Equal("o=- 0 1 IN IP4 192.0.2.1", Origin());
        Assert.Equal("o=- 0 2 IN IP4 192.0.2.1", Origin());
    }

    [Fact]
    public void Answer_HasAsManyStreamsAsTheOffer()
    {
        var offer = Encoding.ASCII.GetBytes(
            $"{Head}c=IN IP4 192.0.2.9\r\nm=video 3000 RTP/AVP 96\r\nm=audio 4000 RTP/AVP 0 97\r\na=rtpmap:97 telephone-event/8000\r\na=sendonly\r\nm=audio 4002 RTP/AVP 8\r\n"
        );
        Assert.True(SdpReader.TryRead(offer, out var audio));
        var writer = new MessageWriter(new byte[1_024]);
        SdpWriter.WriteAnswer(ref writer, 0xC0000201, new FakeLeg(), audio, offer);
        var text = Encoding.ASCII.GetString(writer.Written);

        Assert.Equal(
            ["m=video 0 RTP/AVP 96", "m=audio 20000 RTP/AVP 0 97", "m=audio 0 RTP/AVP 8"],
            text.Split("\r\n").Where(line => line.StartsWith("m=", StringComparison.Ordinal)),
            StringComparer.Ordinal
        );
        Assert.Contains("a=recvonly\r\n", text, StringComparison.Ordinal);
    }

    private static string Answer(string media)
    {
        var offer = Encoding.ASCII.GetBytes($"{Head}c=IN IP4 192.0.2.9\r\n{media}");
        Assert.True(SdpReader.TryRead(offer, out var audio));
        var writer = new MessageWriter(new byte[1_024]);
        SdpWriter.WriteAnswer(ref writer, 0xC0000201, new FakeLeg(), audio, offer);
        return Encoding.ASCII.GetString(writer.Written);
    }

    [Fact]
    public void AnyBytes_NeverThrow() =>
        Gen.String[Gen.Char["vcmaobt=IN P46audio/RTAVPCM0123456789. \r\n:-"], 0, 200]
            .Sample(text => SdpReader.TryRead(Encoding.UTF8.GetBytes(Head + text), out var audio) || audio.Port == 0, iter: 20_000);
}
