using System.ComponentModel.DataAnnotations;

namespace Burgernet.Grains.Dialing;

/// <summary>A limit on calls to numbers that begin alike: what a carrier's contract says of a network, or an exchange can take.</summary>
public sealed class PrefixLimit
{
    /// <summary>The beginning of the numbers, E.164 with the plus sign, such as <c>+31570</c>. Of several that fit a number the longest counts.</summary>
    [Required]
    [RegularExpression(@"^\+[0-9]{1,14}$", ErrorMessage = "A prefix is a plus sign and 1 to 14 digits, such as +31570")]
    public string Prefix { get; set; } = "";

    /// <summary>Concurrent calls to them; 0 (the default) for no other limit than the carrier's.</summary>
    [Range(0, 100_000)]
    public int Channels { get; set; }

    /// <summary>New calls a second to them; 0 (the default) for no other limit than the carrier's.</summary>
    [Range(0, 10_000)]
    public int CallsPerSecond { get; set; }
}
