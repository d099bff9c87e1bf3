using System.ComponentModel.DataAnnotations;

namespace Burgernet.Grains.Participants;

/// <summary>What the register accepts, and how long it remembers changes (section <c>Burgernet:Register</c>).</summary>
public sealed class RegisterOptions : IValidatableObject
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Register";

    /// <summary>From this age, in years, whatever the birthday.</summary>
    public const int MinimumAge = 16;

    /// <summary>Most locations of a participant.</summary>
    public const int MostLocations = 5;

    /// <summary>Most phone numbers of a participant.</summary>
    public const int MostPhones = 3;

    /// <summary>Most target groups: as many as a number has bits.</summary>
    public const int MostTargetGroups = 64;

    private static readonly string[] DefaultCountries = ["NL", "BE", "DE"];

    /// <summary>Countries (ISO 3166-1, two letters) whose numbers are accepted: what is called from a register that anybody can sign up to must not be able to cost a fortune. Default NL, BE, DE.</summary>
    public IList<string>? Countries { get; set; }

    /// <summary>Numbers and ranges that are refused, as beginnings in E.164 form (<c>+31201234</c>). Default none.</summary>
    public IList<string> DeniedNumbers { get; } = [];

    /// <summary>Target groups. Default none.</summary>
    public IList<TargetGroupOptions> TargetGroups { get; } = [];

    /// <summary>Southern edge of where locations may be, degrees north. Default 49.4: the Benelux and what borders on it. A point outside is mostly a swapped or missing coordinate.</summary>
    [Range(-90.0, 90.0)]
    public double South { get; set; } = 49.4;

    /// <summary>Northern edge, degrees north. Default 54.</summary>
    [Range(-90.0, 90.0)]
    public double North { get; set; } = 54;

    /// <summary>Western edge, degrees east. Default 2.3.</summary>
    [Range(-180.0, 180.0)]
    public double West { get; set; } = 2.3;

    /// <summary>Eastern edge, degrees east. Default 8.</summary>
    [Range(-180.0, 180.0)]
    public double East { get; set; } = 8;

    /// <summary>How long a change can be asked again under its operation's id and get the answer that it got. Default 30 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan OperationsKept { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How often a node looks for changes that a crash left untold. Default 5 s; after a failure twice as long each time, up to a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan RelayInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How old an untold change must be before the relay takes it: younger ones are being told by the grain that made them. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan RelayGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long it is kept who saw whose data. Default two years: long enough to answer for it, not longer than somebody would ask.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "3660.00:00:00")]
    public TimeSpan AccessesKept { get; set; } = TimeSpan.FromDays(730);

    /// <summary>The countries in force.</summary>
    public IEnumerable<string> AcceptedCountries => Countries ?? DefaultCountries;

    /// <summary>The bits of all configured groups.</summary>
    public ulong KnownGroups => TargetGroups.Aggregate(0UL, (mask, group) => mask | (1UL << group.Bit));

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (South >= North || West >= East)
        {
            yield return new ValidationResult(
                "South must be below North and West below East: nobody could live in between",
                [nameof(South), nameof(North), nameof(West), nameof(East)]
            );
        }

        if (AcceptedCountries.FirstOrDefault(country => country is not { Length: 2 } || !country.All(char.IsAsciiLetterUpper)) is { } odd)
        {
            yield return new ValidationResult($"'{odd}' is not a country of two capitals, such as NL", [nameof(Countries)]);
        }

        if (DeniedNumbers.FirstOrDefault(number => number is not ['+', _, ..] || !number.Skip(1).All(char.IsAsciiDigit)) is { } bad)
        {
            yield return new ValidationResult($"'{bad}' is not the beginning of a number, such as +31201234", [nameof(DeniedNumbers)]);
        }

        if (TargetGroups.Any(group => group.Bit is < 0 or >= MostTargetGroups))
        {
            yield return new ValidationResult($"A target group's Bit is 0 to {MostTargetGroups - 1}", [nameof(TargetGroups)]);
        }

        if (
            TargetGroups.GroupBy(group => group.Bit).Any(same => same.Count() > 1)
            || TargetGroups.GroupBy(group => group.Id, StringComparer.Ordinal).Any(same => same.Count() > 1)
        )
        {
            yield return new ValidationResult("Each target group has a Bit and an Id of its own", [nameof(TargetGroups)]);
        }

        if (TargetGroups.Any(group => group.Id.Length is 0 or > 40 || group.Dutch.Length == 0 || group.English.Length == 0))
        {
            yield return new ValidationResult("A target group has an Id and its name in Dutch and English", [nameof(TargetGroups)]);
        }
    }
}
