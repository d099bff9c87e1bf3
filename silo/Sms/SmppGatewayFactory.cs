using Burgernet.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Sms;
using Burgernet.Silo.Gateways;

namespace Burgernet.Silo.Sms;

/// <summary>Opens the ways to SMS centres.</summary>
internal sealed class SmppGatewayFactory(
    PracticeSmscHost practice,
    SmsInstruments instruments,
    SmsGateways gateways,
    IServiceProvider services,
    TimeProvider time,
    ILogger<SmppGateway> logger
) : IMessageGatewayFactory
{
    public Medium Medium => Medium.Sms;

    public IMessageGateway Open(ConfiguredTextCarrier carrier)
    {
        var options = SmscSettings.Read(carrier);
        var peer = options.Peer is null ? practice.Start(carrier.Carrier) : SmscTransport.PeerOf(options);

        // Asked for when the first receipt or message comes: whoever takes them may send by a gateway, too.
        var gateway = new SmppGateway(
            carrier.Carrier,
            options,
            peer,
            services.GetService<IReceiptDesk>,
            services.GetService<IInboundSmsSink>,
            instruments,
            time,
            logger
        );
        gateways.Add(gateway);
        return gateway;
    }
}
