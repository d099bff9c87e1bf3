using Burgernet.Silo.Gateways;

namespace Burgernet.Silo.Sms;

/// <summary>What reaching SMS centres consists of in a node.</summary>
internal static class SmsServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddSms(this IServiceCollection services)
    {
        services.AddSingleton<PracticeSmscHost>();
        services.AddSingleton<SmsInstruments>();
        services.AddSingleton<SmsGateways>();
        services.AddSingleton<IMessageGatewayFactory, SmppGatewayFactory>();
        services.AddHostedService<SmsService>();
        services.AddHealthChecks().AddCheck<SmscCheck>("sms", tags: ["ready"]);
        return services;
    }
}
