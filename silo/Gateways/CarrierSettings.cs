using System.ComponentModel.DataAnnotations;
using Burgernet.Grains.Dialing;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Gateways;

/// <summary>Reads the carriers from the configuration: one in <c>Burgernet:Carrier</c>, or several, in the order of their use, in <c>Burgernet:Carriers:0</c> ….</summary>
internal static class CarrierSettings
{
    /// <summary>Section of the list.</summary>
    public const string Section = "Burgernet:Carriers";

    private const int LongestName = 64;

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
        foreach (var name in carriers.GroupBy(carrier => carrier.Carrier.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            failures.Add($"{Section}: the name '{name.Key}' stands there {name.Count()} times; each carrier has a name of its own.");
        }

        if (carriers.Count(carrier => carrier.Trunk.Peer is null) > 1)
        {
            failures.Add($"{Section}: only one carrier can be the practice carrier in this process; the others need a Peer.");
        }

        return failures.Count == 0
            ? new ConfiguredCarriers(carriers)
            : throw new OptionsValidationException(Section, typeof(CarrierOptions), failures);
    }

    private static ConfiguredCarrier Read(IConfigurationSection section, List<string> failures)
    {
        var carrier = section.Get<CarrierOptions>() ?? new CarrierOptions();
        var trunk = section.Get<TrunkOptions>() ?? new TrunkOptions();
        foreach (var options in new object[] { carrier, trunk }.Concat(carrier.Prefixes))
        {
            var results = new List<ValidationResult>();
            if (!Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true))
            {
                failures.AddRange(results.Select(result => $"{section.Path}: {result.ErrorMessage}"));
            }
        }

        foreach (var twice in carrier.Prefixes.GroupBy(limit => limit.Prefix, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            failures.Add($"{section.Path}:Prefixes has {twice.Key} {twice.Count()} times.");
        }

        if (carrier.Name.Length > LongestName || carrier.Name.Contains('|', StringComparison.Ordinal))
        {
            failures.Add($"{section.Path}:Name has at most {LongestName} characters and no |.");
        }

        return new ConfiguredCarrier(carrier, trunk);
    }
}
