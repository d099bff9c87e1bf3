using System.ComponentModel.DataAnnotations;
using Burgernet.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Signups;
using Burgernet.Silo.Gateways;
using Burgernet.Silo.Hosting;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Mail;

/// <summary>Makes the ways to mail relays (<c>Burgernet:MailRelays:0</c> …): the practice mailbox, or SMTP.</summary>
internal sealed class MailGateways(
    PracticeMailbox mailbox,
    ActionMailWriter writer,
    MailComposer composer,
    UndeliverableAddresses undeliverable,
    IOptions<MailOptions> mail,
    IOptions<SignupOptions> signups,
    TimeProvider time,
    ILoggerFactory loggers
) : IMessageGatewayFactory
{
    public Medium Medium => Medium.Email;

    /// <summary>The way to a relay.</summary>
    /// <exception cref="NodeSettingException">A relay that cannot be right: a live one without a host, a practice one beyond this machine, or one whose mails would lead nowhere.</exception>
    public IMessageGateway Open(ConfiguredTextCarrier carrier)
    {
        var relay = carrier.Settings.Get<RelayOptions>() ?? new RelayOptions();
        var results = new List<ValidationResult>();
        if (!Validator.TryValidateObject(relay, new ValidationContext(relay), results, validateAllProperties: true))
        {
            throw new NodeSettingException($"{carrier.Settings.Path}: {string.Join("; ", results.Select(result => result.ErrorMessage))}");
        }

        if (relay.Host is null)
        {
            return carrier.Carrier.Practice
                ? new PracticeMailGateway(mailbox, writer, undeliverable, time)
                : throw new NodeSettingException($"{carrier.Settings.Path}: mail relay '{carrier.Carrier.Name}' is live and has no Host");
        }

        if (!relay.IsLocal && signups.Value.PublicUrl == new SignupOptions().PublicUrl)
        {
            throw new NodeSettingException(
                $"{carrier.Settings.Path}: mail relay '{carrier.Carrier.Name}' sends mail to people, and the links that unsubscribe would lead to their own machine: "
                    + $"give {SignupOptions.Section}:PublicUrl."
            );
        }

        // The outermost fence: what is for practice has no way out of this machine.
        return carrier.Carrier.Practice && !relay.IsLocal
            ? throw new NodeSettingException(
                $"{carrier.Settings.Path}: mail relay '{carrier.Carrier.Name}' is for practice, and its Host is not this machine"
            )
            : new SmtpMessageGateway(
                carrier.Carrier,
                relay,
                mail.Value.Domain,
                writer,
                composer,
                undeliverable,
                time,
                loggers.CreateLogger<SmtpMessageGateway>()
            );
    }
}
