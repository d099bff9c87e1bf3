using Burgernet.Sip;
using Burgernet.Sip.Media;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>A caller is put through to a phone that others wrote, and what they say is heard there.</summary>
public sealed class BridgeTests
{
    [Fact]
    public async Task Caller_BridgedToBaresip_IsRecordedThereAsTheySpoke()
    {
        await using var kamailio = Kamailio.StartRegistrar();
        await using var baresip = await Baresip.Start(kamailio.EndPoint);
        var desk = new RecordingOwner();
        SipEndpoint? endpoint = null;
        SipTrunk? trunk = null;
        var placed = default(SipCallId);
        var line = new Phone
        {
            // The caller's words begin when both are up.
            OnCall = call =>
            {
                call.Ring();
                desk.OnEach = news =>
                {
                    if (news.Kind == SipCallNewsKind.Answered)
                    {
                        call.Answer();
                    }
                };
                placed = endpoint!.PlaceCall(
                    new SipCallRequest
                    {
                        Trunk = trunk!,
                        To = Baresip.User,
                        RingLimit = TimeSpan.FromSeconds(30),
                        StaysOpen = true,
                        Tag = 1,
                        Owner = desk,
                    }
                );
            },
            OnEach = (call, news) =>
            {
                if (news == SipIncomingCallNews.Acknowledged)
                {
                    endpoint!.Bridge(call, placed);
                }
            },
        };
        await using var bridge = SipEndpoint.Start(new SipEndpointOptions { IncomingCalls = line }.OnOwnPorts());
        endpoint = bridge;
        trunk = bridge.AddTrunk(
            new SipTrunkOptions
            {
                Name = "kamailio",
                Peer = kamailio.EndPoint,
                Credentials = new SipCredentials { UserName = "burgernet", Password = "secret" },
            }
        );
        await using var phone = SipEndpoint.Start(new SipEndpointOptions().OnOwnPorts());
        await using var capture = await Capture.StartSipIfAllowed(bridge.LocalEndPoint.Port);
        var wave = await File.ReadAllBytesAsync(
            Path.Combine(RepositoryRoot.Path, "docs", "walk", "oproep-nl.wav"),
            TestContext.Current.CancellationToken
        );
        Assert.True(AudioMessage.TryReadWave(wave, out var words, out _));
        var caller = new RecordingOwner();
        phone.PlaceCall(
            new SipCallRequest
            {
                Trunk = phone.AddTrunk(new SipTrunkOptions { Name = "line", Peer = bridge.LocalEndPoint }),
                To = "+31990000000",
                Message = words,
                RingLimit = TimeSpan.FromSeconds(30),
                LingerAfterMessage = TimeSpan.FromMilliseconds(500),
                Tag = 1,
                Owner = caller,
            }
        );

        // Keys stay where they are pressed: the phone's are heard here, and do not reach the caller.
        await desk.Expect(SipCallNewsKind.Answered);
        await baresip.Press('7');
        Assert.Equal('7', (await desk.Expect(SipCallNewsKind.Key)).Key);

        // The caller's end is the end of the other leg.
        await caller.Expect(SipCallNewsKind.Ended, seconds: 40);
        Assert.Equal(SipCallEnd.HungUpByUs, (await desk.Expect(SipCallNewsKind.Ended)).End);
        Assert.DoesNotContain(caller.News, news => news.Kind == SipCallNewsKind.Key);
        await capture.ExpectNoErrors(atLeast: 10);
        Assert.Equal(0, bridge.ActiveCalls);

        var recorded = await baresip.StopAndReadRecording();
        Assert.InRange(Likeness.OfRelayed(WaveFile.ReadSamples(wave), recorded), 0.9, 1);

        // Other words would have been noticed.
        var other = await File.ReadAllBytesAsync(
            Path.Combine(RepositoryRoot.Path, "docs", "walk", "call-en.wav"),
            TestContext.Current.CancellationToken
        );
        Assert.InRange(Likeness.OfRelayed(WaveFile.ReadSamples(other), recorded), -1, 0.5);
    }
}
