using Burgernet.Grains.Dialing;
using Burgernet.Silo.Hosting;

namespace Burgernet.Silo.Gateways;

/// <summary>The node's ways out for texts: one for each SMS centre and mail relay. Lives from before the silo until after it.</summary>
internal sealed class MessageGateways : IMessageGateways, IAsyncDisposable
{
    private readonly Dictionary<string, IMessageGateway> _gateways = new(StringComparer.Ordinal);

    /// <summary>Opens them.</summary>
    /// <exception cref="NodeSettingException">A carrier of a medium that nothing here carries.</exception>
    public MessageGateways(ConfiguredCarriers carriers, IEnumerable<IMessageGatewayFactory> factories)
    {
        var byMedium = factories.ToDictionary(factory => factory.Medium);
        foreach (var configured in carriers.Texts)
        {
            var carrier = configured.Carrier;
            _gateways[carrier.Name] = byMedium.TryGetValue(carrier.Medium, out var factory)
                ? factory.Open(configured)
                : throw new NodeSettingException($"Carrier '{carrier.Name}' is for {carrier.Medium}, which this node does not carry");
        }
    }

    public IMessageGateway For(string carrier) => _gateways[carrier];

    public async ValueTask DisposeAsync()
    {
        foreach (var gateway in _gateways.Values)
        {
            if (gateway is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync();
            }
        }
    }
}
