using System.ComponentModel.DataAnnotations;
using Burgernet.Actions;
using Burgernet.Grains.Dialing;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Gateways;

/// <summary>Reads the carriers from the configuration: one in <c>Burgernet:Carrier</c>, or several, in the order of their use, in <c>Burgernet:Carriers:0</c> ….</summary>
internal static class CarrierSettings
{
    /// <summary>Section of the list.</summary>
    public const string Section = "Burgernet:Carriers";

    /// <summary>Section of the SMS centres, in the order of their use.</summary>
    public const string SmsSection = "Burgernet:SmsCentres";

    /// <summary>Section of the mail relays, in the order of their use.</summary>
    public const string MailSection = "Burgernet:MailRelays";

    private const int LongestName = 64;
    private const string PracticeName = "practice-sms";
    private const int PracticeWindow = 1_000;
    private const int PracticeSegmentsPerSecond = 200;
    private const string PracticeMailName = "practice-mail";
    private const int PracticeMailsPerSecond = 200;

    /// <summary>Reads and checks them; without any there is the practice carrier of this process.</summary>
    /// <exception cref="OptionsValidationException">They cannot be right; with every reason.</exception>
    public static ConfiguredCarriers Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var list = configuration.GetSection(Section).GetChildren().ToArray();
        var single = configuration.GetSection(CarrierOptions.Section);
        var failures = new List<string>();
        if (list.Length > 0 && single.GetChildren().Any())
        {
            failures.Add($"{CarrierOptions.Section} and {Section} are both given: move the one carrier to {Section}:0.");
        }

        var carriers = (list.Length > 0 ? list : [single]).Select(section => Read(section, failures)).ToArray();
        ConfiguredTextCarrier[] texts =
        [
            .. ReadTexts(configuration, SmsSection, Medium.Sms, failures),
            .. ReadTexts(configuration, MailSection, Medium.Email, failures),
        ];
        if (Array.TrueForAll(carriers, carrier => carrier.Carrier.Practice))
        {
            // Where nobody is really called, practice phones get text messages too, and their owners mail.
            texts =
            [
                .. Array.Exists(texts, text => text.Carrier.Medium == Medium.Sms) ? [] : new[] { PracticeCentre(configuration) },
                .. Array.Exists(texts, text => text.Carrier.Medium == Medium.Email) ? [] : new[] { PracticeRelay(configuration) },
                .. texts,
            ];
        }

        var names = carriers.Select(carrier => carrier.Carrier.Name).Concat(texts.Select(carrier => carrier.Carrier.Name));
        foreach (var name in names.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            failures.Add($"{Section}: the name '{name.Key}' stands there {name.Count()} times; each carrier has a name of its own.");
        }

        if (carriers.Count(carrier => carrier.Trunk.Peer is null) > 1)
        {
            failures.Add($"{Section}: only one carrier can be the practice carrier in this process; the others need a Peer.");
        }

        return failures.Count == 0
            ? new ConfiguredCarriers(carriers, texts)
            : throw new OptionsValidationException(Section, typeof(CarrierOptions), failures);
    }

    private static ConfiguredCarrier Read(IConfigurationSection section, List<string> failures)
    {
        var carrier = section.Get<CarrierOptions>() ?? new CarrierOptions();
        var trunk = section.Get<TrunkOptions>() ?? new TrunkOptions();
        Validate(section, [carrier, trunk, .. carrier.Prefixes], failures);

        foreach (var twice in carrier.Prefixes.GroupBy(limit => limit.Prefix, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            failures.Add($"{section.Path}:Prefixes has {twice.Key} {twice.Count()} times.");
        }

        CheckName(section, carrier, failures);
        return new ConfiguredCarrier(carrier, trunk);
    }

    private static IEnumerable<ConfiguredTextCarrier> ReadTexts(
        IConfiguration configuration,
        string sections,
        Medium medium,
        List<string> failures
    )
    {
        foreach (var section in configuration.GetSection(sections).GetChildren())
        {
            var carrier = section.Get<CarrierOptions>() ?? new CarrierOptions();
            carrier.Medium = medium;
            Validate(section, [carrier], failures);
            CheckName(section, carrier, failures);
            yield return new ConfiguredTextCarrier(carrier, section);
        }
    }

    /// <summary>Where nobody is really called and no centre is named: the practice SMS centre of this process.</summary>
    private static ConfiguredTextCarrier PracticeCentre(IConfiguration configuration) =>
        new(
            new CarrierOptions
            {
                Name = PracticeName,
                Medium = Medium.Sms,
                Channels = PracticeWindow,
                CallsPerSecond = PracticeSegmentsPerSecond,
            },
            configuration.GetSection($"{SmsSection}:0")
        );

    /// <summary>Where nobody is really called and no relay is named: the practice mailbox of this process.</summary>
    private static ConfiguredTextCarrier PracticeRelay(IConfiguration configuration) =>
        new(
            new CarrierOptions
            {
                Name = PracticeMailName,
                Medium = Medium.Email,
                Channels = PracticeWindow,
                CallsPerSecond = PracticeMailsPerSecond,
            },
            configuration.GetSection($"{MailSection}:0")
        );

    private static void Validate(IConfigurationSection section, IEnumerable<object> all, List<string> failures)
    {
        foreach (var options in all)
        {
            var results = new List<ValidationResult>();
            if (!Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true))
            {
                failures.AddRange(results.Select(result => $"{section.Path}: {result.ErrorMessage}"));
            }
        }
    }

    private static void CheckName(IConfigurationSection section, CarrierOptions carrier, List<string> failures)
    {
        if (carrier.Name.Length > LongestName || carrier.Name.Contains('|', StringComparison.Ordinal))
        {
            failures.Add($"{section.Path}:Name has at most {LongestName} characters and no |.");
        }
    }
}
