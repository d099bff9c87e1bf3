using Burgernet.Sip;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>The same action with a carrier that is reached over TLS: our own endpoint, since sipp as Debian builds it has none (kamailio is the peer of the wire tests).</summary>
public sealed class TlsCarrierTests : IDisposable
{
    private const int Participants = 12;
    private static readonly TimeSpan Message = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TestAuthority _authority = new();
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Action_CarrierOverTls_EveryCallIsHeard()
    {
        var phones = new AnsweringPhones();
        await using var carrier = Start(phones, "carrier.test");
        await using var node = await StartNode(carrier);
        using var room = new ControlRoom(node.Address);

        var action = await room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(Message));
        (await room.Start(action)).EnsureSuccessStatusCode();
        await Eventually.Holds("the action was complete", () => room.IsComplete(action), Patience);

        Assert.Equal(Participants, (await room.Progress(action)).GetProperty("results").GetProperty("heard").GetInt32());
        Assert.Equal(Participants, phones.Calls.Count);
        Assert.All(phones.Calls, call => Assert.True(call.RtpPacketsReceived >= 40, $"{call.RtpPacketsReceived} packets of 50 came"));
    }

    [Fact]
    public async Task Action_CarrierWithACertificateForAnotherName_GetsNoCall()
    {
        var phones = new AnsweringPhones();
        await using var carrier = Start(phones, "somebody-else.test");
        await using var node = await StartNode(carrier);
        using var room = new ControlRoom(node.Address);

        var action = await room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(Message));
        (await room.Start(action)).EnsureSuccessStatusCode();

        const string refused = "burgernet_sip_sip_connections_ended";
        await Eventually.Holds(
            "the node had refused the carrier's certificate",
            async () =>
                (await room.Text("/metrics"))
                    .Split('\n')
                    .Any(line => line.StartsWith(refused, StringComparison.Ordinal) && IsWrongName(line)),
            Patience
        );
        Assert.Empty(phones.Calls);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }

    private static bool IsWrongName(string line) =>
        line.Contains("reason=\"WrongName\"", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal);

    private SipEndpoint Start(AnsweringPhones phones, string name)
    {
        var (first, last) = MediaPorts.Next();
        return SipEndpoint.Start(
            new SipEndpointOptions
            {
                IncomingCalls = phones,
                FirstMediaPort = first,
                LastMediaPort = last,
                ListenTls = new SipTlsListenerOptions { Certificate = _authority.Issue(name) },
            }
        );
    }

    private Task<NodeProcess> StartNode(SipEndpoint carrier) =>
        NodeProcess.StartNode(
            Path.Combine(_folder.Path, "data"),
            $"Burgernet:Carrier:Peer={carrier.TlsEndPoint}",
            "Burgernet:Carrier:Transport=tls",
            "Burgernet:Carrier:HostName=carrier.test",
            $"Burgernet:Carrier:AuthorityFiles:0={TestAuthority.Write(_authority.Trust[0], _folder, "authority.pem")}",
            "Burgernet:Carrier:LingerAfterMessage=00:00:00.2",
            $"Burgernet:Demonstration:Participants={Participants}"
        );
}
