using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Mail;

/// <summary>What a bounce means for an address, and for the delivery that it is about. Pure.</summary>
internal static class BouncePolicy
{
    private static readonly TimeSpan OncePer = TimeSpan.FromDays(1);

    /// <summary>
    /// That there is no such mailbox, for good (RFC 3463 §3.2, RFC 7505 §4.2): no such mailbox, no such system, no address, moved and nobody knows where, a domain without mail, closed.
    /// </summary>
    private static readonly string[] NoSuchMailbox = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"];

    /// <summary>Of what weight it is for the address.</summary>
    public static BounceWeight Weigh(BounceAction action, string status) =>
        action != BounceAction.Failed ? BounceWeight.None
        : NoSuchMailbox.Contains(status, StringComparer.Ordinal) ? BounceWeight.Hard
        : IsOfTheLetter(status) ? BounceWeight.None
        : BounceWeight.Soft;

    /// <summary>What stands of an address after a bounce.</summary>
    /// <param name="row">What stood, or null.</param>
    /// <param name="bounce">The bounce.</param>
    /// <param name="address">The address, which the letter went to and the register still has.</param>
    /// <param name="options">The limits.</param>
    /// <returns>The row to be stored, or null where nothing changes.</returns>
    public static BounceRow? Count(BounceRow? row, Bounce bounce, LookupHash address, BounceOptions options)
    {
        var weight = Weigh(bounce.Action, bounce.Status);
        if (weight == BounceWeight.None)
        {
            return null;
        }

        // What bounced from an address that they gave up is over.
        var before =
            row is not null && row.Address == address
                ? row with
                {
                    Status = bounce.Status,
                    BouncedAt = bounce.At,
                }
                : new BounceRow(bounce.Letter.ParticipantId, address, bounce.Status, bounce.At, 0, null, null, null);
        if (weight == BounceWeight.Hard)
        {
            return before with { UndeliverableAt = before.UndeliverableAt ?? bounce.At };
        }

        if (before.SoftAt is { } last && bounce.At - last < OncePer)
        {
            // One full mailbox on the day of a big action is one sign, however many mails it was.
            return null;
        }

        var goesOn = before.SoftSince is { } since && bounce.At - since <= options.SoftWindow;
        var counted = before with
        {
            Soft = goesOn ? before.Soft + 1 : 1,
            SoftSince = goesOn ? before.SoftSince : bounce.At,
            SoftAt = bounce.At,
        };
        return counted.Soft >= options.SoftBounces ? counted with { UndeliverableAt = counted.UndeliverableAt ?? bounce.At } : counted;
    }

    /// <summary>What is told of the delivery; none where the mail is still on its way.</summary>
    public static ReceiptState Receipt(BounceAction action, string status) =>
        action switch
        {
            BounceAction.Delivered => ReceiptState.Delivered,
            BounceAction.Failed when status.StartsWith("4.", StringComparison.Ordinal) => ReceiptState.Expired,
            BounceAction.Failed when status.StartsWith("5.7.", StringComparison.Ordinal) => ReceiptState.Rejected,
            BounceAction.Failed => ReceiptState.Undeliverable,
            _ => ReceiptState.None,
        };

    /// <summary>That it says something of the letter or of its sender (X.1.7, X.1.8, X.2.3, X.3.4, X.6, X.7), and nothing of the mailbox.</summary>
    private static bool IsOfTheLetter(string status) =>
        status.Length > 3
        && (
            status[1..] is ".1.7" or ".1.8" or ".2.3" or ".3.4"
            || status[1..].StartsWith(".6.", StringComparison.Ordinal)
            || status[1..].StartsWith(".7.", StringComparison.Ordinal)
        );
}
