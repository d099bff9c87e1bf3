using System.Net;
using System.Threading.Channels;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using Burgernet.Practice;
using Burgernet.Silo.CallBacks;
using Burgernet.Silo.Gateways;
using Burgernet.Silo.Nodes;
using Burgernet.TestKit;
using Burgernet.Tests.Wire.Practice;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Burgernet.Tests.Wire.Nodes;

/// <summary>A node that must not go on, on real sockets; what becomes of its calls is what the carrier saw.</summary>
public sealed class NodeEndTests
{
    private const int Calls = 8;
    private static readonly Guid Action = new("6b1b3f4c-1f6e-4c0f-9a51-b8a5ad1c2b01");

    private readonly Channel<VoiceCallNews> _news = Channel.CreateUnbounded<VoiceCallNews>();
    private readonly List<string> _died = [];
    private volatile bool _gone;

    [Theory]
    [InlineData(PracticePhoneBehaviour.Listens)]
    [InlineData(PracticePhoneBehaviour.NoAnswer)]
    public async Task OnFatalException_WithCallsThatAreUp_HangsUpBeforeItEndsAndTellsNobody(PracticePhoneBehaviour phones)
    {
        await using var carrier = PracticeCarriers.Start(phones);
        await using var trunk = Trunk(carrier.LocalEndPoint);
        for (var i = 0; i < Calls; i++)
        {
            trunk.Gateway.Place(Call(i));
        }

        var answered = phones == PracticePhoneBehaviour.Listens;
        await carrier.UntilAsync(
            records => records.Count(call => (answered ? call.Answered : call.Ringing) is not null) == Calls,
            "all calls to be up"
        );
        await Eventually.Holds(
            "the dialer had heard of each",
            () => _news.Reader.Count >= (answered ? 2 * Calls : Calls),
            NodeEnd.Limit * 20
        );
        while (_news.Reader.TryRead(out _)) { }

        var ending = TimeProvider.System.GetTimestamp();
        End(trunk).OnFatalException(context: "declared dead");

        Assert.Equal(["The node ends itself: declared dead"], _died);
        Assert.True(TimeProvider.System.GetElapsedTime(ending) < NodeEnd.Limit * 4);
        Assert.All(await carrier.EndedAsync(Calls), call => Assert.Equal((PracticeCallEnder.Caller, null), (call.EndedBy, call.Refusal)));
        Assert.False(_news.Reader.TryRead(out var told), $"A dialer was told {told.Kind}");

        // Between the end and the process's: whatever still runs calls nobody.
        trunk.Gateway.Place(Call(Calls));
        Assert.Equal(Calls, carrier.Records.Count);
        Assert.False(_news.Reader.TryRead(out _));
    }

    /// <summary>Nobody is there who would answer a BYE: it ends all the same.</summary>
    [Fact]
    public async Task OnFatalException_CarrierGone_EndsWithinTheLimit()
    {
        await using var carrier = PracticeCarriers.Start(PracticePhoneBehaviour.Listens);
        await using var relay = DatagramRelay.Start(carrier.LocalEndPoint, (_, _) => _gone ? RelayAction.Lose : RelayAction.Pass);
        await using var trunk = Trunk(relay.EndPoint);
        trunk.Gateway.Place(Call(0));
        await carrier.UntilAsync(records => records.Any(call => call.Answered is not null), "a call to be up");
        _gone = true;

        End(trunk).OnFatalException(context: "declared dead");
        Assert.Single(_died);
    }

    [Fact]
    public void OnFatalException_BeforeAnyTrunkIsOpen_Ends()
    {
        new NodeEnd(new OpenTrunks(), TimeProvider.System, NullLogger<NodeEnd>.Instance, _died.Add).OnFatalException(
            exception: new InvalidOperationException("broken")
        );
        Assert.Equal(["The node ends itself: broken"], _died);
    }

    private NodeEnd End(NodeTrunk trunk)
    {
        var open = new OpenTrunks();
        open.Add(trunk);
        return new NodeEnd(open, TimeProvider.System, NullLogger<NodeEnd>.Instance, _died.Add);
    }

    private static NodeTrunk Trunk(IPEndPoint peer)
    {
        var (first, last) = MediaPorts.Next();
        var trunk = new NodeTrunk(
            new ConfiguredCarrier(
                new CarrierOptions { CallsPerSecond = 500 },
                new TrunkOptions { FirstMediaPort = first, LastMediaPort = last }
            ),
            peer,
            // Nobody calls in here.
            new CallBackLine(null!, null!, null!),
            TimeProvider.System
        );
        trunk.Gateway.Load(
            Action,
            1,
            new SpokenMessage(Language.Dutch, WaveFile.Tone(TimeSpan.FromMinutes(1)), DurationMilliseconds: 60_000)
        );
        return trunk;
    }

    private VoiceCall Call(int number)
    {
        var now = TimeProvider.System.GetTimestamp();
        var permit = new ActionPermit();
        var lines = new LinePermit();
        var later = now + (TimeProvider.System.TimestampFrequency * 60);
        permit.Renew(now, later - now, epoch: 1);
        lines.Renew(later);
        var nonce = Guid.NewGuid();
        return new VoiceCall
        {
            ActionId = Action,
            Lane = 0,
            Practice = true,
            Order = new CallOrder
            {
                ParticipantId = Guid.NewGuid(),
                Message = 1,
                Attempt = 1,
                Number = PracticeNumbers.Format(number),
                Language = Language.Dutch,
                CallId = nonce.ToString("N"),
                Nonce = nonce,
                ClaimedAt = TimeProvider.System.GetUtcNow(),
                Band = 0,
            },
            CallBackNumber = null,
            RingLimit = TimeSpan.FromMinutes(1),
            LingerAfterMessage = TimeSpan.FromSeconds(1),
            Epoch = 1,
            Permit = permit,
            Lines = lines,
            AskedAt = now,
            News = _news.Writer,
        };
    }
}
