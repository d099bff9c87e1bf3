using Burgernet.Actions;
using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Gateways;

/// <summary>Makes the gateways of one medium: one registration a medium.</summary>
internal interface IMessageGatewayFactory
{
    /// <summary>What its gateways carry.</summary>
    Medium Medium { get; }

    /// <summary>Opens the way to a carrier. Returns at once: it may be reached later, and until then texts are not sent.</summary>
    /// <remarks>What it returns is disposed of with the node, where it can be.</remarks>
    IMessageGateway Open(ConfiguredTextCarrier carrier);
}
