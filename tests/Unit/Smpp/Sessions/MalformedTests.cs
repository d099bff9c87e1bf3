using System.Net.Sockets;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Xunit;

namespace Burgernet.Tests.Unit.Smpp.Sessions;

/// <summary>A corpus of what is not SMPP, to an ESME and to an SMSC: answered with generic_nack, refused, or the end of the connection; never the end of anything else.</summary>
public sealed class MalformedTests
{
    /// <summary>Octets in hexadecimal (L: its length, #: the command of a message); what is answered first, or None for the end of the connection.</summary>
    public static TheoryData<string, string, CommandId, CommandStatus> Corpus =>
        new()
        {
            { "length zero", "00000000 00000005 00000000 00000001", CommandId.GenericNack, CommandStatus.InvalidCommandLength },
            { "length below a header", "0000000F 00000005 00000000 00000001", CommandId.GenericNack, CommandStatus.InvalidCommandLength },
            { "length of 4 GiB", "FFFFFFFF 00000005 00000000 00000001", CommandId.GenericNack, CommandStatus.InvalidCommandLength },
            { "length of 70,001", "00011171 00000005 00000000 00000001", CommandId.GenericNack, CommandStatus.InvalidCommandLength },
            { "text", "474554202F20485454502F312E310D0A486F73743A20780D0A0D0A", CommandId.GenericNack, CommandStatus.InvalidCommandLength },
            { "unknown request", "00000010 00000099 00000000 00000001", CommandId.GenericNack, CommandStatus.InvalidCommandId },
            {
                "unknown request with a body",
                "00000014 0BADC0DE 00000000 00000001 DEADBEEF",
                CommandId.GenericNack,
                CommandStatus.InvalidCommandId
            },
            { "command zero", "00000010 00000000 00000000 00000001", CommandId.GenericNack, CommandStatus.InvalidCommandId },
            { "message without a body", "00000010 ######## 00000000 00000001", CommandId.None, CommandStatus.InvalidCommandLength },
            {
                "message that ends in its address",
                "LLLLLLLL ######## 00000000 00000001 0001013331363132",
                CommandId.None,
                CommandStatus.InvalidCommandLength
            },
            {
                "service type that does not end",
                "LLLLLLLL ######## 00000000 00000001 41414141414141414141",
                CommandId.None,
                CommandStatus.InvalidParameterLength
            },
            {
                "sm_length beyond the end",
                "LLLLLLLL ######## 00000000 00000001 00 010131 00 010132 00 000000 00 00 00 00 00 00 20 4B",
                CommandId.None,
                CommandStatus.InvalidCommandLength
            },
            {
                "sm_length of 255",
                "LLLLLLLL ######## 00000000 00000001 00 010131 00 010132 00 000000 00 00 00 00 00 00 FF 4B0000",
                CommandId.None,
                CommandStatus.InvalidMessageLength
            },
            {
                "parameter without its length",
                "LLLLLLLL ######## 00000000 00000001 00 010131 00 010132 00 000000 00 00 00 00 00 00 00 042401",
                CommandId.None,
                CommandStatus.InvalidTlvStream
            },
            {
                "parameter beyond the end",
                "LLLLLLLL ######## 00000000 00000001 00 010131 00 010132 00 000000 00 00 00 00 00 00 00 0424FFFF4B",
                CommandId.None,
                CommandStatus.InvalidTlvStream
            },
        };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task Malformed_FromAnSmsc_IsAnsweredAndTheEsmeLivesOn(string what, string hex, CommandId answer, CommandStatus status)
    {
        var peer = new RawPeer();
        var client = SmppClient.Start(Rig.Options(peer.EndPoint), new Desk());
        await using var end = new RawEnd(peer, client);
        var socket = await peer.TakeBound();
        await client.WaitUntilBoundAsync(Cancellation).WaitAsync(Rig.Patience, Cancellation);

        await Exchange(socket, what, hex, CommandId.DeliverSm, answer, status);

        if (status == CommandStatus.InvalidCommandLength && answer == CommandId.GenericNack)
        {
            // Nothing more could be read there: it closes and binds anew.
            await EndsWith(socket);
            socket = await peer.TakeBound();
        }

        await Rig.Eventually($"it is bound after {what}", () => client.State == SmppClientState.Bound);
        var submit = client.SubmitAsync(Rig.Sms()).AsTask();
        var sequence = (await RawPeer.Read(socket)).Header.Sequence;
        await socket.SendAsync(RawPeer.Header(CommandId.SubmitSmResp, CommandStatus.Ok, sequence, "1\0"u8), Cancellation);
        Assert.Equal(SubmitOutcome.Accepted, (await submit.WaitAsync(Rig.Patience, Cancellation)).Outcome);
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task Malformed_FromAnEsme_IsAnsweredAndTheSmscLivesOn(string what, string hex, CommandId answer, CommandStatus status)
    {
        await using var rig = await Rig.Start();
        using var socket = await RawPeer.Connect(rig.Server.LocalEndPoint);
        await socket.SendAsync(SamplePdus.Of(CommandId.BindTransceiver), Cancellation);
        Assert.Equal(CommandId.BindTransceiverResp, (await RawPeer.Read(socket)).Header.Command);

        await Exchange(socket, what, hex, CommandId.SubmitSm, answer, status);

        Assert.Equal(SubmitOutcome.Accepted, (await rig.Submit()).Outcome);
    }

    [Fact]
    public async Task Garbage_ThatGoesOn_EndsTheConnection()
    {
        var peer = new RawPeer();
        var client = SmppClient.Start(Rig.Options(peer.EndPoint), new Desk());
        await using var end = new RawEnd(peer, client);
        var socket = await peer.TakeBound();
        for (uint i = 0; i < 17; i++)
        {
            await socket.SendAsync(RawPeer.Header((CommandId)0x99, CommandStatus.Ok, i), Cancellation);
        }

        await EndsWith(socket);
        await Rig.Eventually("it says why", () => client.LastFailure == SmppFailure.NotSmpp);
        Assert.Equal(17, client.Meters.Faults[(int)PduFault.UnknownCommand]);
    }

    [Fact]
    public async Task Response_ThatCannotBeRead_LeavesItsSubmitUnknown()
    {
        var peer = new RawPeer();
        var client = SmppClient.Start(Rig.Options(peer.EndPoint), new Desk());
        await using var end = new RawEnd(peer, client);
        var socket = await peer.TakeBound();
        await client.WaitUntilBoundAsync(Cancellation).WaitAsync(Rig.Patience, Cancellation);
        var submit = client.SubmitAsync(Rig.Sms()).AsTask();
        var sequence = (await RawPeer.Read(socket)).Header.Sequence;
        await socket.SendAsync(RawPeer.Header(CommandId.SubmitSmResp, CommandStatus.Ok, sequence, "no end"u8), Cancellation);
        Assert.Equal(SubmitOutcome.Unknown, (await submit.WaitAsync(Rig.Patience, Cancellation)).Outcome);

        // The number of a submit on the answer to something else is no answer to it either.
        submit = client.SubmitAsync(Rig.Sms()).AsTask();
        sequence = (await RawPeer.Read(socket)).Header.Sequence;
        await socket.SendAsync(RawPeer.Header(CommandId.CancelSmResp, CommandStatus.Ok, sequence), Cancellation);
        Assert.Equal(SubmitOutcome.Unknown, (await submit.WaitAsync(Rig.Patience, Cancellation)).Outcome);
    }

    [Fact]
    public async Task Message_OctetByOctet_IsReadAllTheSame()
    {
        await using var rig = await Rig.Start();
        using var socket = await RawPeer.Connect(rig.Server.LocalEndPoint);
        foreach (var octet in SamplePdus.Of(CommandId.BindTransceiver).Concat(SamplePdus.Of(CommandId.SubmitSm)))
        {
            await socket.SendAsync(new[] { octet }, Cancellation);
        }

        Assert.Equal(CommandId.BindTransceiverResp, (await RawPeer.Read(socket)).Header.Command);
        Assert.Equal(CommandId.SubmitSmResp, (await RawPeer.Read(socket)).Header.Command);
    }

    [Fact]
    public async Task Esme_ThatDoesNotBind_IsRefusedAndNotKept()
    {
        await using var rig = await Rig.Start(server: options => options with { BindTimeout = TimeSpan.FromMilliseconds(500) });
        using var socket = await RawPeer.Connect(rig.Server.LocalEndPoint);
        await socket.SendAsync(SamplePdus.Of(CommandId.SubmitSm), Cancellation);
        var refused = (await RawPeer.Read(socket)).Header;
        Assert.Equal((CommandId.SubmitSmResp, CommandStatus.InvalidBindStatus), (refused.Command, refused.Status));
        await EndsWith(socket);
        Assert.Single(rig.Server.Sessions);
    }

    [Fact]
    public async Task Bind_OnABoundSession_IsRefused()
    {
        await using var rig = await Rig.Start();
        using var socket = await RawPeer.Connect(rig.Server.LocalEndPoint);
        await socket.SendAsync(SamplePdus.Of(CommandId.BindTransceiver), Cancellation);
        await RawPeer.Read(socket);
        await socket.SendAsync(SamplePdus.Of(CommandId.BindTransmitter), Cancellation);
        var second = (await RawPeer.Read(socket)).Header;
        Assert.Equal((CommandId.BindTransmitterResp, CommandStatus.AlreadyBound), (second.Command, second.Status));
        await socket.SendAsync(SamplePdus.Of(CommandId.SubmitMulti), Cancellation);
        Assert.Equal(CommandStatus.SubmitFailed, (await RawPeer.Read(socket)).Header.Status);
    }

    /// <summary>Sends octets of the corpus, and looks at what is answered first.</summary>
    internal static async Task Exchange(Socket socket, string what, string hex, CommandId command, CommandId answer, CommandStatus status)
    {
        hex = hex.Replace("########", $"{(uint)command:X8}", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        var octets = Convert.FromHexString(hex.Replace("LLLLLLLL", $"{hex.Length / 2:X8}", StringComparison.Ordinal));
        await socket.SendAsync(octets, Cancellation);
        var (header, _) = await RawPeer.Read(socket);
        Assert.Equal((what, answer == CommandId.None ? command.Response() : answer, status), (what, header.Command, header.Status));
    }

    private static async Task EndsWith(Socket socket)
    {
        for (var pdus = 0; (await RawPeer.Read(socket)).Header != default; pdus++)
        {
            Assert.True(pdus < 17, "it goes on answering");
        }
    }
}
