using System.Net;
using Burgernet.Grains.Dialing;
using Burgernet.Practice;
using Burgernet.Silo.CallBacks;
using Burgernet.Silo.Gateways;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Hosting;

/// <summary>The node's sockets: a trunk to each carrier, and the practice carrier where one has no peer. Lives from before the silo until after it.</summary>
internal sealed class Telephony : IVoiceGateways, IAsyncDisposable
{
    private readonly List<NodeTrunk> _trunks = [];

    public Telephony(
        ConfiguredCarriers carriers,
        IOptions<PracticeOptions> practiceOptions,
        CallBackLine callers,
        OpenTrunks open,
        TimeProvider time
    )
    {
        foreach (var configured in carriers.All)
        {
            CheckPorts(configured);
            var peer = configured.Trunk.Peer is { } given
                ? IPEndPoint.Parse(given)
                : StartPractice(configured.Carrier, practiceOptions.Value, time);
            var trunk = new NodeTrunk(configured, peer, callers, time);
            _trunks.Add(trunk);
            open.Add(trunk);
        }
    }

    /// <summary>The ways out, in the order of their use.</summary>
    public IReadOnlyList<NodeTrunk> Trunks => _trunks;

    /// <summary>The practice carrier of this process, or null.</summary>
    public PracticeCarrier? Practice { get; private set; }

    public IVoiceGateway For(string carrier) => _trunks.Single(trunk => trunk.Carrier.Name == carrier).Gateway;

    public async ValueTask DisposeAsync()
    {
        foreach (var trunk in _trunks)
        {
            await trunk.DisposeAsync();
        }

        if (Practice is not null)
        {
            await Practice.DisposeAsync();
        }
    }

    private static void CheckPorts(ConfiguredCarrier configured)
    {
        var (carrier, trunk) = configured;
        var ports = (trunk.LastMediaPort - trunk.FirstMediaPort + 1) / 2;
        if (ports < carrier.Channels)
        {
            throw new NodeSettingException(
                $"Carrier '{carrier.Name}' has {carrier.Channels} lines, but its media ports carry {ports} calls (one even port each, FirstMediaPort to LastMediaPort)"
            );
        }
    }

    private IPEndPoint StartPractice(CarrierOptions carrier, PracticeOptions options, TimeProvider time)
    {
        var practice = options.ToCarrierOptions();
        if (carrier.Channels > practice.Channels || carrier.CallsPerSecond > practice.CallsPerSecond)
        {
            throw new NodeSettingException(
                $"Carrier '{carrier.Name}' asks {carrier.Channels} lines and {carrier.CallsPerSecond} calls a second of a practice carrier with {practice.Channels} and {practice.CallsPerSecond} (Burgernet:Practice)"
            );
        }

        Practice = PracticeCarrier.Start(practice, time);
        return Practice.LocalEndPoint;
    }
}
