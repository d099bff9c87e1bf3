using System.ComponentModel.DataAnnotations;
using Burgernet.Grains.Mail;
using Burgernet.Silo.Mail.Dkim;

namespace Burgernet.Silo.Mail;

/// <summary>How mail leaves (section <c>Burgernet:Mail</c>). Without a host it goes to a practice mailbox in memory where nobody is really called, and nowhere where people are.</summary>
public sealed class MailOptions : RelayOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Mail";

    /// <summary>The sender's name unless said.</summary>
    public const string DefaultFromName = "Burgernet";

    private const int LongestLocalPart = 64;

    /// <summary>The sender's address. Default <c>burgernet@localhost.localdomain</c>, for practice.</summary>
    public string From { get; set; } = "burgernet@localhost.localdomain";

    /// <summary>The sender's name. Default <c>Burgernet</c>.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string FromName { get; set; } = DefaultFromName;

    /// <summary>Whether and with what mail is signed. Default not at all: then the relay should.</summary>
    public DkimOptions Dkim { get; init; } = new();

    /// <summary>Where bounces go: with a <c>+</c> and a token put before the <c>@</c> it is the envelope's sender (<c>bounces@burgernet.example</c>). Default none: the sender's address is.</summary>
    public string? BounceAddress { get; set; }

    /// <summary>The domain of the sender's address, in which Message-IDs are.</summary>
    public string Domain => From[(From.LastIndexOf('@') + 1)..];

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var result in base.Validate(validationContext))
        {
            yield return result;
        }

        if (!MimeKit.MailboxAddress.TryParse(From, out var from) || from.Address != From || from.Domain.Length == 0)
        {
            yield return new ValidationResult("From is an e-mail address", [nameof(From)]);
        }

        if (BounceAddress is not null && WhyNotBounces(BounceAddress) is { } no)
        {
            yield return new ValidationResult(no, [nameof(BounceAddress)]);
        }

        foreach (var refusal in DkimRefusals())
        {
            yield return new ValidationResult(refusal, [nameof(Dkim)]);
        }
    }

    /// <summary>The envelope's sender of a letter (RFC 5321 §4.5.3.1.1: at most 64 characters before the <c>@</c>).</summary>
    /// <param name="token">Of the letter; empty for none.</param>
    public string EnvelopeSender(string token) =>
        BounceAddress is null || token.Length == 0
            ? From
            : $"{BounceAddress[..BounceAddress.LastIndexOf('@')]}+{token}{BounceAddress[BounceAddress.LastIndexOf('@')..]}";

    private static string? WhyNotBounces(string address)
    {
        if (!MimeKit.MailboxAddress.TryParse(address, out var read) || read.Address != address || read.Domain.Length == 0)
        {
            return "BounceAddress is an e-mail address";
        }

        var longest = LongestLocalPart - 1 - BounceTokens.Length;
        return address.LastIndexOf('@') > longest || address.Contains('+', StringComparison.Ordinal)
            ? $"BounceAddress has at most {longest} characters before the @, and no +: a token of {BounceTokens.Length} comes after them"
            : null;
    }

    private IEnumerable<string> DkimRefusals()
    {
        if (Dkim.Domain is not null && !Uri.CheckHostName(Dkim.Domain).Equals(UriHostNameType.Dns))
        {
            yield return "Dkim:Domain is a domain";
        }

        foreach (var key in Dkim.Keys)
        {
            if (key.Selector.Length == 0 || !Uri.CheckHostName(key.Selector).Equals(UriHostNameType.Dns))
            {
                yield return "A selector of Dkim:Keys is letters, digits, hyphens and dots";
            }
        }

        if (Dkim.Keys.Count > 0 && Dkim.Keys[0].SignsFrom is not null)
        {
            yield return "The first of Dkim:Keys signs at once: it has no SignsFrom";
        }

        for (var i = 2; i < Dkim.Keys.Count; i++)
        {
            if (Dkim.Keys[i].SignsFrom < Dkim.Keys[i - 1].SignsFrom)
            {
                yield return "Dkim:Keys stand in the order of SignsFrom";
            }
        }
    }
}
