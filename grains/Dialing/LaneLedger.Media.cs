using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Dialing;
using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>By what each message goes to whom, and what is told of texts.</summary>
internal sealed partial class LaneLedger
{
    private static readonly Medium[] EveryMedium = [Medium.Voice, Medium.Sms, Medium.Email];

    /// <summary>Takes in what carriers told later of texts. What is better than what is known takes its place; a receipt for a text that is not over is not for it.</summary>
    public LaneWrite? Receive(IReadOnlyList<ReceiptReport> receipts, DateTimeOffset now)
    {
        var results = new List<ResultRow>();
        foreach (var receipt in receipts)
        {
            if (
                Book.Find(receipt.ParticipantId, receipt.Message, receipt.Medium) is { State: DeliveryState.Done, IsText: true } delivery
                && delivery.Attempts == receipt.Attempt
                && ReceiptPolicy.Replaces(delivery.Result, receipt.Result)
            )
            {
                // Somebody whose text arrived was contacted, whatever was known before.
                if (receipt.Result == DeliveryResult.ToHandset)
                {
                    Book.MarkContacted(delivery);
                }

                Book.Replace(delivery, receipt.Result);
                _chain.Received(now, delivery, receipt);
                GiveOutcome(delivery.Person, now);
                results.Add(RowOf(delivery, now));
            }
        }

        return results.Count == 0 ? null : Step() with { Results = results };
    }

    /// <summary>Whether any of these receipts is for a text that is still under way as far as the lane knows, and so was not taken in: one that was read from the store before
    /// the end of its text was there hears of that from its dialer a little later.</summary>
    public bool AreEarly(IReadOnlyList<ReceiptReport> receipts) =>
        receipts.Any(receipt =>
            Book.Find(receipt.ParticipantId, receipt.Message, receipt.Medium)
                is { State: DeliveryState.UnderWay or DeliveryState.Orphaned, IsText: true } delivery
            && delivery.Attempts == receipt.Attempt
        );

    /// <summary>Texts whose dialer lives and does not hold them: it never got them, so they never left and are claimed again.</summary>
    /// <remarks>Of a claim so old, its dialer would not let it leave any more.</remarks>
    public LaneWrite? NeverLeft(IEnumerable<Delivery> texts, DateTimeOffset now) =>
        Apply([.. texts.Select(delivery => EndOf(delivery, CallEnd.Withheld, now))], now);

    /// <summary>An acknowledgement that comes when its dialer was given up already: the text is not unknown after all.</summary>
    private (AttemptRow Attempt, ResultRow Result)? Acknowledged(Delivery delivery, CallReport report, DateTimeOffset now)
    {
        if (!delivery.IsText || delivery.Result != DeliveryResult.Unknown || report.End != CallEnd.Accepted)
        {
            return null;
        }

        Book.MarkContacted(delivery);
        Book.Replace(delivery, DeliveryResult.ToCarrier);
        _chain.Ended(now, delivery, report, DeliveryResult.ToCarrier, retryAt: null);
        GiveOutcome(delivery.Person, now);
        return (RowOf(delivery, report), RowOf(delivery, now));
    }

    private void Select(in Candidate candidate, LaneMessage message, int band, DateTimeOffset now)
    {
        var channels = ReachOf(message).For(candidate.Channels);
        foreach (var medium in EveryMedium)
        {
            if ((channels & MessageReach.ChannelOf(medium)) != ContactChannels.None)
            {
                Take(new Delivery(candidate.ParticipantId, message.Number, candidate.Language, band, medium), candidate.Channels, now);
            }
        }
    }

    /// <summary>Gives somebody a message by each medium that it goes by to them; by none by which they refused, unless it is the outcome.</summary>
    private void Give(LanePerson? person, LaneMessage message, DateTimeOffset now)
    {
        if (person is not null)
        {
            Give(person, message, ReachOf(message).For(person.Channels), now);
        }
    }

    private void Give(LanePerson person, LaneMessage message, ContactChannels channels, DateTimeOffset now)
    {
        var newest = person.Newest;
        foreach (var medium in EveryMedium)
        {
            if ((channels & MessageReach.ChannelOf(medium)) == ContactChannels.None)
            {
                continue;
            }

            var last = person.Last(medium);
            var open = last is null || !IsClosed(last.Result) || message.Kind == MessageKind.Outcome;
            if (open && (last is null || last.Message < message.Number))
            {
                var delivery = new Delivery(person.Id, message.Number, newest.Language, newest.Band, medium) { ComesLater = true };
                Take(delivery, person.Channels, now);
            }
        }
    }

    /// <summary>A text instead of a call that reached nobody, where the message goes so and still holds.</summary>
    private void GiveInstead(Delivery delivery, DateTimeOffset now)
    {
        if (
            !delivery.IsText
            && RetryPolicy.CanMend(delivery.Result)
            && !Book.Stopped
            && Outdated(delivery) is null
            && _messages.Find(message => message.Number == delivery.Message) is { } message
            && (DeadlineOf(message) is not { } deadline || now < deadline)
        )
        {
            Give(delivery.Person, message, ReachOf(message).AfterCall(delivery.Person.Channels), now);
        }
    }

    private static MessageReach ReachOf(LaneMessage message) => message.Reach ?? MessageReach.Voice;

    private static CallReport EndOf(Delivery delivery, CallEnd end, DateTimeOffset now) =>
        new()
        {
            ParticipantId = delivery.ParticipantId,
            Message = delivery.Message,
            Medium = delivery.Medium,
            Attempt = delivery.Attempts,
            Nonce = delivery.Nonce,
            EndedAt = now,
            End = end,
        };
}
