using System.Globalization;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>The same action with sipp as the carrier: a program that we did not write answers every call, and tshark counts what it gets.</summary>
public sealed class SippCarrierTests
{
    private static readonly TimeSpan Message = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("udp", "u1", 40)]
    [InlineData("tcp", "t1", 15)]
    public async Task Action_SippIsTheCarrier_EveryCallIsAnsweredHeardAndEndedByBye(string transport, string sippMode, int participants)
    {
        using var folder = new TemporaryFolder();
        var sip = FreeUdpPort.TakeWithTcp();
        var media = FreeUdpPort.TakeEven();
        await using var wire = await Capture.Start(
            $"{transport} port {sip} or udp port {media}",
            $"{transport}.port=={sip},sip",
            $"udp.port=={media},rtp"
        );
        await using var carrier = Sipp.Answer(
            "Scenarios/Processes/Sipp/carrier.xml",
            sip,
            media,
            "-m",
            participants.ToString(CultureInfo.InvariantCulture),
            "-timeout",
            "120",
            "-t",
            sippMode,
            "-max_socket",
            "1000"
        );

        await using var node = await NodeProcess.StartNode(
            Path.Combine(folder.Path, "data"),
            $"Burgernet:Carrier:Peer=127.0.0.1:{sip.ToString(CultureInfo.InvariantCulture)}",
            "Burgernet:Carrier:Name=sipp",
            $"Burgernet:Carrier:Transport={transport}",
            "Burgernet:Carrier:LingerAfterMessage=00:00:00.2",
            $"Burgernet:Demonstration:Participants={participants}"
        );
        using var room = new ControlRoom(node.Address);
        var action = await room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(Message));
        (await room.Start(action)).EnsureSuccessStatusCode();
        await Eventually.Holds("the action was complete", () => room.IsComplete(action), Patience);

        var progress = await room.Progress(action);
        Assert.Equal(participants, progress.GetProperty("results").GetProperty("heard").GetInt32());
        await carrier.ExpectSuccess(seconds: 120);

        await wire.Stop();
        var packets = (await wire.Fields($"udp.dstport == {media}", "udp.srcport"))
            .CountBy(row => row[0], StringComparer.Ordinal)
            .ToArray();
        Assert.Equal(participants, packets.Length);
        Assert.All(packets, call => Assert.InRange(call.Value, Message.TotalMilliseconds / 20, (Message.TotalMilliseconds / 20) + 1));
        Assert.Equal(
            participants,
            (await wire.Fields("sip.Method == \"BYE\"", "sip.Call-ID"))
                .SelectMany(row => row[0].Split(',')) // over TCP, all of a segment
                .Distinct(StringComparer.Ordinal)
                .Count()
        );
        Assert.Empty(await wire.ExpertErrors());
    }
}
