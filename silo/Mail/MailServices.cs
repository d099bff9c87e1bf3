using Burgernet.Api.Practice;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Signups;
using Burgernet.Silo.Gateways;
using Burgernet.Silo.Hosting;
using Burgernet.Silo.Mail.Bounces;
using Burgernet.Silo.Mail.Dkim;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Mail;

/// <summary>What writing to participants consists of in a node, its stores aside.</summary>
internal static class MailServices
{
    /// <summary>Adds it with the ports that the settings ask for.</summary>
    /// <exception cref="NodeSettingException">Mail that would lead people nowhere.</exception>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var practice = (configuration.GetSection(CarrierOptions.Section).Get<CarrierOptions>() ?? new CarrierOptions()).Practice;
        var relay = configuration.GetSection(MailOptions.Section).Get<MailOptions>() ?? new MailOptions();
        var signups = configuration.GetSection(SignupOptions.Section).Get<SignupOptions>() ?? new SignupOptions();
        if (relay.Host is not null && !relay.IsLocal && signups.PublicUrl == new SignupOptions().PublicUrl)
        {
            throw new NodeSettingException(
                $"{MailOptions.Section}:Host sends mail to people, and the links in it would lead to their own machine: "
                    + $"give {SignupOptions.Section}:PublicUrl."
            );
        }

        var mailbox = new PracticeMailbox();
        services.AddSingleton(mailbox);
        var mails = practice && relay.Host is null ? mailbox : null;
        services.AddSingleton<DkimKeys>();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<IMessageGatewayFactory, MailGateways>();
        if (relay.Host is not null)
        {
            services.AddSingleton<IMailPort, SmtpMailPort>();
        }
        else
        {
            services.AddSingleton<IMailPort>(mails is null ? new NoMail() : mails);
        }

        services.AddSingleton<IPracticeInbox>(new PracticeInbox(practice ? mailbox : null));
        return services.AddLetters();
    }

    /// <summary>Adds what there is whatever the ports.</summary>
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddSingleton<SignupTokens>();
        services.AddSingleton<UnsubscribeTokens>();
        services.AddSingleton<BounceTokens>();
        services.AddSingleton<ActionMailWriter>();
        services.AddSingleton<UndeliverableAddresses>();
        services.AddSingleton<BounceDesk>();
        services.AddSingleton<BounceReader>();
        services.AddSingleton<MailInstruments>();
        services.AddSingleton(provider => new LetterComposer(
            provider.GetRequiredService<PersonalSeal>(),
            provider.GetRequiredService<SignupTokens>(),
            provider.GetRequiredService<BounceTokens>(),
            provider.GetRequiredService<PhonePolicy>(),
            provider.GetRequiredService<IOptions<SignupOptions>>(),
            provider.GetRequiredService<ILogger<LetterComposer>>()
        ));
        services.AddSingleton<LetterRelay>();
        return services;
    }
}
