using Burgernet.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Silo.Hosting;
using Burgernet.Silo.Mail;

namespace Burgernet.Silo.Gateways;

/// <summary>Makes the ways to practice SMS centres in this process.</summary>
internal sealed class PracticeTextGateways(
    PracticeSmsBox box,
    IServiceProvider services,
    TimeProvider time,
    ILogger<PracticeTextGateway> logger
) : IMessageGatewayFactory
{
    public Medium Medium => Medium.Sms;

    public IMessageGateway Open(ConfiguredTextCarrier carrier) =>
        carrier.Carrier.Practice
            ? new PracticeTextGateway(carrier.Carrier, box, services.GetRequiredService<IReceiptDesk>, time, logger)
            : throw new NodeSettingException($"SMS centre '{carrier.Carrier.Name}' is live, and this node reaches practice centres only");
}
