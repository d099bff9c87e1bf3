using System.Globalization;
using Burgernet.Benchmarks.Load.Streams;
using Burgernet.Sip;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>The run of the benchmarks in small, without a clock: what the counting far side gets and what tshark sees.</summary>
public sealed class StreamsTests
{
    private const int Calls = 40;
    private const int Packets = 100;

    [Fact]
    public async Task Streams_OfManyCalls_ArriveWholeAndInOrder()
    {
        using var audio = new FarAudio(Packets);
        using var signalling = new FarSignalling(audio, watched: Calls);
        var port = audio.Numbers[0];
        await using var capture = await Capture.Start(
            string.Create(CultureInfo.InvariantCulture, $"udp dst port {port}"),
            string.Create(CultureInfo.InvariantCulture, $"udp.port=={port},rtp")
        );
        var owner = new RecordingOwner();
        await using (var caller = SipEndpoint.Start(new SipEndpointOptions().OnOwnPorts()))
        {
            var trunk = caller.AddTrunk(new SipTrunkOptions { Name = "far", Peer = signalling.EndPoint });
            for (var tag = 1; tag <= Calls; tag++)
            {
                caller.PlaceCall(
                    new SipCallRequest
                    {
                        Trunk = trunk,
                        To = "+31970100200",
                        Message = Tone.Message(2),
                        RingLimit = TimeSpan.FromSeconds(30),
                        Tag = tag,
                        Owner = owner,
                    }
                );
            }

            for (var tag = 1; tag <= Calls; tag++)
            {
                Assert.Equal(SipCallEnd.HungUpByUs, (await owner.Expect(SipCallNewsKind.Ended, tag: tag)).End);
            }

            await Eventually.Holds(
                "the far side had every BYE",
                () => signalling.Calls.Count(call => call is { IsOver: true, IsAcknowledged: true }) == Calls,
                TimeSpan.FromSeconds(10)
            );
        }

        Assert.All(signalling.Calls, call => Assert.Equal(Packets, call.Packets));
        Assert.Equal(Calls, audio.Streams.Count);
        Assert.All(audio.Streams, stream => Assert.Equal((Packets, Packets, 0), (stream.Packets, stream.Expected, stream.Disordered)));
        Assert.Equal(0, audio.Strange);

        await capture.Stop();
        Assert.Empty(await capture.ExpertErrors());
        var seen = (await capture.Fields("rtp.seq", "rtp.ssrc", "rtp.seq", "rtp.p_type", "rtp.marker"))
            .GroupBy(row => row[0], StringComparer.Ordinal)
            .ToList();
        Assert.Equal(Calls, seen.Count);
        Assert.All(
            seen,
            stream =>
            {
                Assert.Equal(Packets, stream.Select(row => row[1]).Distinct(StringComparer.Ordinal).Count());
                Assert.All(stream, row => Assert.Equal("8", row[2]));
                Assert.Single(stream, row => row[3] is "1" or "True");
            }
        );

        // Each call took RTCP on the same port, and said goodbye there.
        Assert.Equal(Calls, (await capture.Fields("rtcp.pt == 203", "rtcp.ssrc.identifier")).Count);
    }
}
