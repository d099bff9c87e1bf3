using Burgernet.Grains.Sms;

namespace Burgernet.Silo.Sms;

/// <summary>What taking text messages from people consists of in a node, its store aside.</summary>
internal static class InboundSmsServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddInboundSms(this IServiceCollection services)
    {
        services.AddSingleton<InboundSmsInstruments>();
        services.AddSingleton<SmsQueue>();
        services.AddSingleton<SmsReplier>();
        services.AddSingleton<InboundSmsDesk>();
        services.AddSingleton<IInboundSmsSink>(provider => provider.GetRequiredService<InboundSmsDesk>());
        services.AddSingleton<InboundSmsRelay>();
        services.AddHostedService<InboundSmsService>();
        return services;
    }
}
