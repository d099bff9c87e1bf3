using Burgernet.Silo.Gateways;

namespace Burgernet.Silo.Sms;

/// <summary>Opens the ways to SMS centres at start, so that receipts and messages come in before anything goes out; unbinds at a polite stop, once the dialers have drained.</summary>
internal sealed class SmsService(IServiceProvider services, SmsGateways sms) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Only now: settings are examined before any hosted service starts, and after all of them are made.
        services.GetRequiredService<MessageGateways>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(sms.All.Select(static gateway => gateway.DisposeAsync().AsTask())).WaitAsync(cancellationToken);
}
