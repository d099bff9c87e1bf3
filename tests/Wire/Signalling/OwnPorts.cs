using Burgernet.Sip;
using Burgernet.TestKit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>Endpoints with media ports that no other has.</summary>
internal static class OwnPorts
{
    /// <summary>The same settings with ports of its own.</summary>
    public static SipEndpointOptions OnOwnPorts(this SipEndpointOptions options)
    {
        var (first, last) = MediaPorts.Next();
        return options with { FirstMediaPort = first, LastMediaPort = last };
    }
}
