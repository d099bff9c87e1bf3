using Burgernet.Grains.Dialing;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Smpp.Text;

namespace Burgernet.Silo.Sms;

/// <summary>What became of a text, put together from what became of its SMS.</summary>
/// <param name="Kind">What.</param>
/// <param name="Ids">The centre's names for those it took, in the form in which receipts are looked up.</param>
/// <param name="Status">The centre's status where it refused one, else ok.</param>
internal sealed record SmsOutcome(MessageNewsKind Kind, IReadOnlyList<string> Ids, CommandStatus Status)
{
    private static readonly TimeSpan SlowDown = TimeSpan.FromSeconds(1);

    /// <summary>It may not go by this carrier.</summary>
    public static SmsOutcome Withheld { get; } = new(MessageNewsKind.Withheld, [], CommandStatus.Ok);

    /// <summary>Nothing is bound.</summary>
    public static SmsOutcome NotSent { get; } = new(MessageNewsKind.NotSent, [], CommandStatus.Ok);

    /// <summary>It cannot be sent as it is, ever.</summary>
    public static SmsOutcome TooLong { get; } = new(MessageNewsKind.Refused, [], CommandStatus.InvalidMessageLength);

    /// <summary>Whether trying again would end the same way.</summary>
    public bool ForGood => Kind == MessageNewsKind.Refused && !Status.IsTemporary();

    /// <summary>Whether the number is the reason.</summary>
    public bool NoSuchNumber => ForGood && Status == CommandStatus.InvalidDestination;

    /// <summary>How long the centre is to be left alone.</summary>
    public TimeSpan RetryAfter => Kind == MessageNewsKind.Refused && Status.AsksToSlowDown() ? SlowDown : TimeSpan.Zero;

    /// <summary>Puts it together.</summary>
    /// <param name="results">One for each SMS, in order; at least one.</param>
    /// <param name="names">How the centre names messages.</param>
    public static SmsOutcome Of(IReadOnlyList<SubmitResult> results, ReceiptIdFormat names)
    {
        var accepted = results.Where(static result => result.Outcome == SubmitOutcome.Accepted).ToArray();
        string[] ids = [.. accepted.Select(result => ReceiptIds.OfResponse(result.MessageId, names).ToString())];
        var refused = results.FirstOrDefault(static result => result.Outcome == SubmitOutcome.Refused);
        if (accepted.Length == results.Count)
        {
            return new(MessageNewsKind.Accepted, ids, CommandStatus.Ok);
        }

        // A part that the centre has, or may have, is never sent again; so neither is the text.
        if (accepted.Length > 0 || results.Any(static result => result.Outcome == SubmitOutcome.Unknown))
        {
            return new(MessageNewsKind.Unknown, ids, refused.Status);
        }

        return refused.Outcome == SubmitOutcome.Refused
            ? new(MessageNewsKind.Refused, [], refused.Status)
            : results[0].Barrier switch
            {
                SubmitBarrier.Withheld => Withheld,
                SubmitBarrier.Invalid => new(MessageNewsKind.Refused, [], CommandStatus.InvalidParameterLength),
                _ => NotSent,
            };
    }
}
