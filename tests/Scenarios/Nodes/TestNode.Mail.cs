using Burgernet.Grains.Dialing;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Signups;
using Burgernet.Silo.Mail;
using Burgernet.Silo.Mail.Dkim;
using Burgernet.Silo.Storage.Sqlite;
using Burgernet.Tests.Scenarios.Phones;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Burgernet.Tests.Scenarios.Nodes;

/// <summary>Letters and mail: by the real gateways.</summary>
internal sealed partial class TestNode
{
    /// <summary>Starts a node whose mail about actions goes to a relay; that of any other lies in its practice mailbox.</summary>
    public static Task<TestNode> StartWith(RelayOptions relay) =>
        Start(NewFolder(), new PhoneNetwork(), [Limits(Carrier, channels: 40)], relay: relay);

    private static void AddMail(IServiceCollection services, IMailPort? mail, ScriptedSmsGateway texts, RelayOptions? relay)
    {
        services.AddLetters();
        services.AddSingleton<PracticeMailbox>();
        services.AddSingleton(provider => mail ?? provider.GetRequiredService<PracticeMailbox>());
        services.AddSingleton<ILetterStore, SqliteLetterStore>();
        services.AddSingleton<ITokenStore, SqliteTokenStore>();
        services.Configure<MailOptions>(options =>
            (options.From, options.BounceAddress) = ("noreply@burgernet.example", "bounces@burgernet.example")
        );
        services.AddSingleton<DkimKeys>();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<IBounceStore, SqliteBounceStore>();
        services.AddSingleton<SmtpMessageGateway>(provider => ToRelay(relay!, provider));
        services.AddSingleton<PracticeMailGateway>();
        services.AddSingleton(provider => new TestMessageGateways(
            texts,
            relay is null ? provider.GetRequiredService<PracticeMailGateway>() : provider.GetRequiredService<SmtpMessageGateway>()
        ));
        services.AddSingleton<IMessageGateways>(provider => provider.GetRequiredService<TestMessageGateways>());
    }

    private static SmtpMessageGateway ToRelay(RelayOptions relay, IServiceProvider provider) =>
        new(
            Array.Find(Centres, carrier => carrier.Name == Relay)!,
            relay,
            "burgernet.example",
            provider.GetRequiredService<ActionMailWriter>(),
            provider.GetRequiredService<MailComposer>(),
            provider.GetRequiredService<UndeliverableAddresses>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SmtpMessageGateway>>()
        );
}
