using System.Diagnostics;
using Burgernet.Sip;
using Burgernet.Sip.Media;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>The message as it arrives at a phone that others wrote, through a proxy that others wrote.</summary>
public sealed class SpokenMessageTests
{
    private const int Rate = 8_000;
    private const string Pressed = "1#0550*9";

    [Fact]
    public async Task Call_ThroughKamailioToBaresip_IsRecordedAsItWasSpokenAndItsKeysAreHeard()
    {
        await using var kamailio = Kamailio.StartRegistrar();
        await using var baresip = await Baresip.Start(kamailio.EndPoint);
        await using var caller = SipEndpoint.Start(new SipEndpointOptions().OnOwnPorts());
        await using var capture = await Capture.StartSipIfAllowed(caller.LocalEndPoint.Port);
        var trunk = caller.AddTrunk(
            new SipTrunkOptions
            {
                Name = "kamailio",
                Peer = kamailio.EndPoint,
                Credentials = new SipCredentials { UserName = "burgernet", Password = "secret" },
            }
        );
        var file = Path.Combine(RepositoryRoot.Path, "docs", "walk", "oproep-nl.wav");
        var wave = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.True(AudioMessage.TryReadWave(wave, out var message, out _));
        var owner = new RecordingOwner();

        caller.PlaceCall(
            new SipCallRequest
            {
                Trunk = trunk,
                To = Baresip.User,
                Message = message,
                RingLimit = TimeSpan.FromSeconds(30),
                Tag = 1,
                Owner = owner,
            }
        );
        await owner.Expect(SipCallNewsKind.Answered);
        for (var i = 0; i < Pressed.Length; i++)
        {
            await baresip.Press(Pressed[i]);
            await Eventually.Holds($"key {i + 1} was heard", () => Keys(owner).Length > i, TimeSpan.FromSeconds(10), () => Keys(owner));
        }

        var ended = await owner.Expect(SipCallNewsKind.Ended, seconds: 30);
        Assert.Equal(SipCallEnd.HungUpByUs, ended.End);
        Assert.Equal(Pressed, Keys(owner));
        await capture.ExpectNoErrors(atLeast: 10);

        var spoken = WaveFile.ReadSamples(wave);
        var recorded = await baresip.StopAndReadRecording();
        Assert.InRange((recorded.Length - spoken.Length) / (double)Rate, -0.1, 0.1);
        Assert.InRange(Likeness.Of(spoken, recorded), 0.9, 1);

        // Another message would have been noticed.
        var other = await File.ReadAllBytesAsync(
            Path.Combine(RepositoryRoot.Path, "docs", "walk", "call-en.wav"),
            TestContext.Current.CancellationToken
        );
        Assert.InRange(Likeness.Of(WaveFile.ReadSamples(other), recorded), -1, 0.5);
    }

    /// <summary>Text to sound to phone: what espeak-ng says, made fit for a line, arrives as it was made.</summary>
    [Fact]
    public async Task Call_WithSpeechOfEspeak_IsRecordedAsItWasSpoken()
    {
        var wave = await Speak("Dit is een oproep voor Burgernet. Vermist, kind van zeven, rode jas.");
        await using var kamailio = Kamailio.StartRegistrar();
        await using var baresip = await Baresip.Start(kamailio.EndPoint);
        await using var caller = SipEndpoint.Start(new SipEndpointOptions().OnOwnPorts());
        var trunk = caller.AddTrunk(
            new SipTrunkOptions
            {
                Name = "kamailio",
                Peer = kamailio.EndPoint,
                Credentials = new SipCredentials { UserName = "burgernet", Password = "secret" },
            }
        );
        Assert.True(AudioMessage.TryReadWave(wave.Span, out var message, out _));
        var owner = new RecordingOwner();
        caller.PlaceCall(
            new SipCallRequest
            {
                Trunk = trunk,
                To = Baresip.User,
                Message = message,
                RingLimit = TimeSpan.FromSeconds(30),
                Tag = 1,
                Owner = owner,
            }
        );
        var ended = await owner.Expect(SipCallNewsKind.Ended, seconds: 40);
        Assert.Equal(SipCallEnd.HungUpByUs, ended.End);
        Assert.InRange(Likeness.Of(WaveFile.ReadSamples(wave.Span), await baresip.StopAndReadRecording()), 0.9, 1);
    }

    private static async Task<ReadOnlyMemory<byte>> Speak(string words)
    {
        using var process =
            Process.Start(
                new ProcessStartInfo(Peers.Require("espeak-ng", "espeak-ng"), ["-v", "nl", "-s", "140", "-b", "1", "--stdin", "--stdout"])
                {
                    UseShellExecute = false,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            ) ?? throw new InvalidOperationException("espeak-ng did not start");
        await process.StandardInput.WriteAsync(words);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(WaveError.None, TelephoneWave.TryMake(output.ToArray(), -3, out var telephone));
        return telephone!.Wave;
    }

    private static string Keys(RecordingOwner owner) =>
        string.Concat(owner.News.Where(news => news.Kind == SipCallNewsKind.Key).Select(news => news.Key));
}
