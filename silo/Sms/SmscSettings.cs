using System.ComponentModel.DataAnnotations;
using Burgernet.Silo.Gateways;
using Burgernet.Silo.Hosting;

namespace Burgernet.Silo.Sms;

/// <summary>Reads how an SMS centre is reached.</summary>
internal static class SmscSettings
{
    /// <summary>Reads and checks it.</summary>
    /// <exception cref="NodeSettingException">It cannot be right; with every reason.</exception>
    public static SmscOptions Read(ConfiguredTextCarrier carrier)
    {
        var options = carrier.Settings.Get<SmscOptions>() ?? new SmscOptions();
        var results = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true)
            ? options
            : throw new NodeSettingException(
                string.Join(' ', results.Select(result => $"{carrier.Settings.Path}: {result.ErrorMessage}."))
            );
    }
}
