using Burgernet.Silo.Gateways;

namespace Burgernet.Silo.Sms;

/// <summary>Opens the ways to SMS centres at start, so that receipts and messages come in before anything goes out; unbinds at a polite stop, once the dialers have drained.</summary>
internal sealed class SmsService(MessageGateways gateways, SmsGateways sms) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = gateways;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(sms.All.Select(static gateway => gateway.DisposeAsync().AsTask())).WaitAsync(cancellationToken);
}
