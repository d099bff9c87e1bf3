using Burgernet.Grains.Dialing;

namespace Burgernet.Tests.Scenarios.Phones;

/// <summary>One node's ways into the phone network, one a carrier.</summary>
internal sealed class ScriptedVoiceGateways(
    PhoneNetwork network,
    IEnumerable<CarrierOptions> carriers,
    Func<VoiceCall, bool> claimIsStored,
    TimeProvider time
) : IVoiceGateways
{
    private readonly Dictionary<string, ScriptedVoiceGateway> _gateways = carriers.ToDictionary(
        carrier => carrier.Name,
        carrier => new ScriptedVoiceGateway(network, carrier.Name, claimIsStored, time),
        StringComparer.Ordinal
    );

    /// <summary>Calls that were placed with no claim in the database: there must be none.</summary>
    public IReadOnlyCollection<string> Unclaimed => [.. _gateways.Values.SelectMany(gateway => gateway.Unclaimed)];

    public IVoiceGateway For(string carrier) => _gateways[carrier];

    /// <summary>The node is gone from one moment to the next: nothing leaves it any more and nobody hears its calls.</summary>
    public void Die()
    {
        foreach (var gateway in _gateways.Values)
        {
            gateway.Die();
        }
    }
}
