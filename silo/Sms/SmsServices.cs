using Burgernet.Api.Practice;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Sms;
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
        services.AddSingleton<SmsPost>();
        services.AddSingleton<ISmsPort>(provider => provider.GetRequiredService<SmsPost>());
        services.AddSingleton<ISmsReplyPort>(provider => provider.GetRequiredService<SmsPost>());
        services.AddSingleton<IPracticePhones, PracticePhones>();
        services.AddSingleton<IPracticeSmsBox, PracticeSmsBox>();
        services.AddSingleton<IMessageGatewayFactory, SmppGatewayFactory>();
        services.AddHostedService<SmsService>();
        services.AddHealthChecks().AddCheck<SmscCheck>("sms", tags: ["ready"]);
        return services;
    }
}
