using System.Text.RegularExpressions;
using Burgernet.Grains.Mail;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Burgernet.Silo.Mail.Bounces;

/// <summary>Reads delivery status notifications (RFC 3464) about letters of ours. No I/O; any thread.</summary>
/// <remarks>
/// Which letter it is stands in the address that it was sent to, the envelope's sender of the letter (VERP); what it quotes of the letter is not looked at. What has no token of ours, or is no
/// notification (an answer while on holiday, say), is none.
/// </remarks>
internal sealed partial class BounceReader(BounceTokens tokens, IOptions<MailOptions> options)
{
    /// <summary>Larger mails are not looked at, in bytes: a notification quotes a mail of a few kilobytes.</summary>
    public const int LargestMail = 1 << 20;

    /// <summary>Where the address that it was delivered to stands; what the mail system at our end writes, before what the sender did.</summary>
    private static readonly string[] Recipients = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To", "To"];

    /// <summary>The bounce, or null where it is none of ours.</summary>
    public Bounce? Read(MimeMessage mail, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (Token(mail) is not { } token || tokens.Read(token) is not { } letter)
        {
            return null;
        }

        // Fields of the message come first, then those of each recipient; ours have one (RFC 3464 §2.1).
        var groups = mail.BodyParts.OfType<MessageDeliveryStatus>().FirstOrDefault()?.StatusGroups;
        foreach (var fields in groups ?? Enumerable.Empty<HeaderList>())
        {
            if (Action(fields["Action"]) is { } action)
            {
                return new Bounce(token, letter, action, Status(fields, action), at);
            }
        }

        return null;
    }

    private string? Token(MimeMessage mail)
    {
        if (options.Value.BounceAddress is not { } ours)
        {
            return null;
        }

        var at = ours.LastIndexOf('@');
        var (before, domain) = ($"{ours[..at]}+", ours[at..]);
        return mail
            .Headers.Where(header => Recipients.Contains(header.Field, StringComparer.OrdinalIgnoreCase))
            .SelectMany(header => Addresses().Matches(header.Value).Select(match => match.Value))
            .Where(address =>
                address.StartsWith(before, StringComparison.OrdinalIgnoreCase)
                && address.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
            )
            .Select(address => address[before.Length..^domain.Length].ToLowerInvariant())
            .FirstOrDefault(token => token.Length == BounceTokens.Length);
    }

    // action-value = "failed" / "delayed" / "delivered" / "relayed" / "expanded" (§2.3.3); a comment may follow.
    private static BounceAction? Action(string? value)
    {
        var word = value?.TrimStart().Split([' ', '\t', '(', ';'], 2)[0];
        return word is null ? null
            : word.Equals("failed", StringComparison.OrdinalIgnoreCase) ? BounceAction.Failed
            : word.Equals("delayed", StringComparison.OrdinalIgnoreCase) ? BounceAction.Delayed
            : word.Equals("delivered", StringComparison.OrdinalIgnoreCase) ? BounceAction.Delivered
            : null;
    }

    /// <summary>The status; where it says no more than that it failed, what the last system answered may say more.</summary>
    private static string Status(HeaderList fields, BounceAction action)
    {
        var status = Code(fields["Status"]);
        var diagnostic = Code(fields["Diagnostic-Code"]);
        return status is null || (status.EndsWith(".0.0", StringComparison.Ordinal) && diagnostic is not null && diagnostic[0] == status[0])
            ? diagnostic ?? status ?? (action == BounceAction.Failed ? "5.0.0" : "4.0.0")
            : status;
    }

    private static string? Code(string? text) =>
        text is not null && EnhancedCodes().Match(text) is { Success: true } match ? match.Value : null;

    // status-code = DIGIT "." 1*3DIGIT "." 1*3DIGIT (§2.3.4)
    [GeneratedRegex(@"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EnhancedCodes();

    [GeneratedRegex(@"[^\s<>,;:""]+@[^\s<>,;:""]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Addresses();
}
