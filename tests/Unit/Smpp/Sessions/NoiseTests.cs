using System.Net.Sockets;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Tests.Unit.Smpp.Fuzz;
using Xunit;

namespace Burgernet.Tests.Unit.Smpp.Sessions;

/// <summary>Noise into living sessions, by seed: whatever comes, the ESME binds anew and has its whole window, and the SMSC serves the others and keeps no session.</summary>
public sealed class NoiseTests
{
    private const int Connections = 12;
    private const int PdusEach = 60;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Binds, and answers to binds, that are none: octets in hexadecimal, L their length.</summary>
    public static TheoryData<string, string> BrokenBinds =>
        new()
        {
            { "no body", "00000010 ######## 00000000 00000001" },
            { "a name that does not end", "LLLLLLLL ######## 00000000 00000001 41414141414141414141414141414141414141" },
            { "a name that ends with the octets", "LLLLLLLL ######## 00000000 00000001 4142" },
            { "a parameter beyond the end", "LLLLLLLL ######## 00000000 00000001 4100 0210FFFF34" },
            { "a parameter without its length", "LLLLLLLL ######## 00000000 00000001 4100 021000" },
            { "a length below a header", "00000008 ######## 00000000 00000001" },
            { "a length of 2 GiB", "7FFFFFFF ######## 00000000 00000001" },
            { "a length with nothing after it", "00000040 ######## 00000000 00000001" },
        };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Noise_FromAnSmsc_LeavesTheEsmeWithItsWindow(int seed)
    {
        var fuzzer = new CodecFuzzer(seed, SamplePdus.ForFuzz);
        var peer = new RawPeer();
        var client = SmppClient.Start(Rig.Options(peer.EndPoint) with { Window = 1 }, new Desk());
        await using var end = new RawEnd(peer, client);
        for (var connection = 0; connection < Connections; connection++)
        {
            var noisy = await peer.TakeBound();

            // On its way when the noise begins: it has an end, and its place in the window with it.
            var under = client.SubmitAsync(Rig.Sms()).AsTask();
            await MakeNoise(noisy, fuzzer);
            noisy.Dispose();
            await under.WaitAsync(Rig.Patience, Cancellation);
        }

        var socket = await peer.TakeBound();
        await Rig.Eventually("it is bound after the noise", () => client.State == SmppClientState.Bound);
        for (var i = 0; i < 3; i++)
        {
            var submit = client.SubmitAsync(Rig.Sms()).AsTask();
            var sequence = (await RawPeer.Read(socket)).Header.Sequence;
            await socket.SendAsync(RawPeer.Header(CommandId.SubmitSmResp, CommandStatus.Ok, sequence, "1\0"u8), Cancellation);
            Assert.Equal(SubmitOutcome.Accepted, (await submit.WaitAsync(Rig.Patience, Cancellation)).Outcome);
        }
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task Noise_FromEsmes_LeavesTheSmscToTheOthers(int seed, bool isBound)
    {
        var fuzzer = new CodecFuzzer(seed, SamplePdus.ForFuzz);
        await using var rig = await Rig.Start();
        for (var connection = 0; connection < Connections; connection++)
        {
            using var noisy = await RawPeer.Connect(rig.Server.LocalEndPoint);
            if (isBound)
            {
                await noisy.SendAsync(SamplePdus.Of(CommandId.BindTransceiver), Cancellation);
                Assert.Equal(CommandId.BindTransceiverResp, (await RawPeer.Read(noisy)).Header.Command);
            }

            await MakeNoise(noisy, fuzzer);
            Assert.Equal(SubmitOutcome.Accepted, (await rig.Submit()).Outcome);
        }

        await Rig.Eventually("only the ESME that is well has a session", () => rig.Server.Sessions.Count == 1);
    }

    [Theory]
    [MemberData(nameof(BrokenBinds))]
    public async Task BindResponse_ThatIsNone_IsFollowedByANewBind(string what, string hex)
    {
        var peer = new RawPeer();
        var client = SmppClient.Start(Rig.Options(peer.EndPoint) with { ResponseTimeout = TimeSpan.FromMilliseconds(300) }, new Desk());
        await using var end = new RawEnd(peer, client);
        using (var broken = await peer.Take())
        {
            await RawPeer.Read(broken);
            await broken.SendAsync(Octets(hex, CommandId.BindTransceiverResp), Cancellation);
        }

        await peer.TakeBound();
        await Rig.Eventually($"it is bound after {what}", () => client.State == SmppClientState.Bound);
    }

    [Theory]
    [MemberData(nameof(BrokenBinds))]
    public async Task Bind_ThatIsNone_BindsNobodyAndIsNotKept(string what, string hex)
    {
        await using var rig = await Rig.Start(server: options => options with { BindTimeout = TimeSpan.FromMilliseconds(500) });
        var binds = rig.Centre.Binds.Count;
        using var broken = await RawPeer.Connect(rig.Server.LocalEndPoint);
        await broken.SendAsync(Octets(hex, CommandId.BindTransceiver), Cancellation);
        for (var header = (await RawPeer.Read(broken)).Header; header != default; header = (await RawPeer.Read(broken)).Header)
        {
            Assert.NotEqual((what, CommandStatus.Ok), (what, header.Status));
        }

        Assert.Equal(binds, rig.Centre.Binds.Count);
        await Rig.Eventually("only the ESME that is well has a session", () => rig.Server.Sessions.Count == 1);
        Assert.Equal(SubmitOutcome.Accepted, (await rig.Submit()).Outcome);
    }

    private static byte[] Octets(string hex, CommandId command)
    {
        hex = hex.Replace("########", $"{(uint)command:X8}", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return Convert.FromHexString(hex.Replace("LLLLLLLL", $"{hex.Length / 2:X8}", StringComparison.Ordinal));
    }

    /// <summary>Sends broken PDUs for as long as they are taken, and reads whatever is answered; then it hangs up.</summary>
    private static async Task MakeNoise(Socket socket, CodecFuzzer fuzzer)
    {
        var answers = Drain(socket);
        try
        {
            for (var i = 0; i < PdusEach; i++)
            {
                await socket.SendAsync(fuzzer.Broken(), Cancellation);
            }

            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // It hung up first, which it may.
        }

        await answers.WaitAsync(Rig.Patience, Cancellation);
    }

    private static async Task Drain(Socket socket)
    {
        var room = new byte[4_096];
        try
        {
            while (await socket.ReceiveAsync(room, Cancellation) > 0)
            {
                // Whatever it says.
            }
        }
        catch (SocketException)
        {
            // It hung up hard.
        }
    }
}
