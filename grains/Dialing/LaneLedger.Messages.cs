using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>The messages of an action in a lane: who gets which. The rules stand in docs/actions.md.</summary>
/// <remarks>
/// Everything is decided from who has which delivery and how it ended, so it comes to the same when it is decided again: whoever has a delivery of a message, or of a later one,
/// gets no other of it.
/// </remarks>
internal sealed partial class LaneLedger
{
    /// <summary>The most participants of one entry in the chain.</summary>
    private const int MostInAnEntry = 1_000;

    private readonly List<LaneMessage> _messages =
    [
        new(FirstMessage, MessageKind.Call, 0, terms?.Deadline, terms?.Reach),
        .. terms?.Further ?? [],
    ];
    private readonly List<(Delivery Delivery, DateTimeOffset At)> _added = [];
    private static readonly DeliveryRow[] NoRows = [];
    private int _enlistedThrough = FirstMessage;

    /// <summary>The message that takes the place of the call: the last correction, else the call.</summary>
    private LaneMessage Current => _messages.FindLast(message => message.Kind is MessageKind.Call or MessageKind.Correction)!;

    private LaneMessage? Outcome => _messages.FindLast(message => message.Kind == MessageKind.Outcome);

    /// <summary>Deliveries of messages before this one are not called any more.</summary>
    private LaneMessage Oldest => Outcome ?? Current;

    /// <summary>Takes in messages: makes the deliveries that follow from them, and ends those whose place they take. Those that it has taken in before change nothing.</summary>
    /// <param name="messages">All further messages of the action, by number.</param>
    /// <param name="now">The time.</param>
    public LaneWrite? Enlist(IReadOnlyList<LaneMessage> messages, DateTimeOffset now)
    {
        foreach (var message in messages)
        {
            if (message.Number > _messages[^1].Number)
            {
                _messages.Add(message);
            }
        }

        Book.Oldest = Oldest.Number;
        var results = new List<ResultRow>();
        foreach (var message in _messages.FindAll(message => message.Number > _enlistedThrough))
        {
            _enlistedThrough = message.Number;
            Enlist(message, results, now);
        }

        return results.Count == 0 && _added.Count == 0 ? null : Step() with { Results = results };
    }

    private void Enlist(LaneMessage message, List<ResultRow> results, DateTimeOffset now)
    {
        var without = Book.People().FindAll(person => person.Newest.Message < message.Number);
        switch (message.Kind)
        {
            case MessageKind.Update:
                without.ForEach(person => Give(person, message, now));
                break;
            case MessageKind.Correction:
                var owed = without.FindAll(person =>
                    person.IsContacted || person.All.Any(delivery => delivery.State != DeliveryState.Done)
                );
                GiveUp(message, DeliveryResult.Superseded, results, now);
                owed.ForEach(person => Give(person, message, now));
                break;
            case MessageKind.Article:
                // Who of them wants it the register says when it is about to leave.
                Book.GoOn();
                without.FindAll(person => person.IsContacted).ForEach(person => Give(person, message, ContactChannels.Email, now));
                break;
            default:
                Book.GoOn();
                GiveUp(message, DeliveryResult.NotAttemptedOutcome, results, now);
                without.ForEach(person => GiveOutcome(person, now));
                break;
        }
    }

    /// <summary>Ends the deliveries of earlier messages that wait. Calls under way, and those of dead dialers, end by themselves.</summary>
    private void GiveUp(LaneMessage message, DeliveryResult untried, List<ResultRow> results, DateTimeOffset now)
    {
        foreach (var delivery in Book.TakeOut(waits => waits.Message < message.Number && waits.State != DeliveryState.Orphaned))
        {
            results.Add(Settle(delivery, WhenGivenUp(delivery, untried), now));
        }
    }

    /// <summary>The outcome is for everyone who was contacted, or may have been: then nobody knows.</summary>
    private void GiveOutcome(LanePerson person, DateTimeOffset now)
    {
        if (
            Outcome is { } outcome
            && outcome.Number <= _enlistedThrough
            && person.Newest.Message < outcome.Number
            && (person.IsContacted || person.All.Any(delivery => delivery.Result == DeliveryResult.Unknown))
        )
        {
            Give(person, outcome, now);
        }
    }

    /// <summary>What a result brings about: the outcome, or a text instead of the call.</summary>
    private void GiveWhatFollows(Delivery delivery, DateTimeOffset now)
    {
        GiveInstead(delivery, now);
        GiveOutcome(delivery.Person, now);
    }

    private void Take(Delivery delivery, ContactChannels chosen, DateTimeOffset now)
    {
        delivery.IsCall = IsCall(delivery.Message);
        Book.Add(delivery, chosen);
        _added.Add((delivery, now));
    }

    /// <summary>Whether a message is an article: it goes to whoever wants articles, whatever they chose for actions.</summary>
    public bool IsArticle(int message) => _messages.Exists(known => known.Number == message && known.Kind == MessageKind.Article);

    private bool IsCall(int message) =>
        _messages.Find(known => known.Number == message)?.Kind is null or MessageKind.Call or MessageKind.Correction;

    /// <summary>Whoever refused is not called again, nor is a number that does not exist; by other media they are reached, and the outcome goes to whoever was contacted all the same.</summary>
    private static bool IsClosed(DeliveryResult result) => result is DeliveryResult.Declined or DeliveryResult.NumberInvalid;

    /// <summary>What a delivery gets that was not tried, once another message has taken the place of its own; null while its own holds.</summary>
    private DeliveryResult? Outdated(Delivery delivery) =>
        delivery.Message >= Oldest.Number ? null
        : Oldest.Kind == MessageKind.Outcome ? DeliveryResult.NotAttemptedOutcome
        : DeliveryResult.Superseded;

    /// <summary>What waits for a delivery whose result means that its person is not called again; the outcome is.</summary>
    private List<Delivery> TakeClosed(Delivery delivery, DeliveryResult result) =>
        IsClosed(result) ? Book.TakeHeldAfter(delivery, held => held.Message != Outcome?.Number) : [];

    /// <summary>The rows of the deliveries that a step adds, each group of them told in the chain.</summary>
    private IReadOnlyList<DeliveryRow> TakeAdded()
    {
        // Most steps add nobody, and make no list for it.
        if (_added.Count == 0)
        {
            return NoRows;
        }

        // In the order of the chain, which is the order that the rows keep.
        var rows = new List<DeliveryRow>(_added.Count);
        foreach (var group in _added.GroupBy(added => (added.Delivery.Message, added.Delivery.Medium, added.Delivery.Band, added.At)))
        {
            foreach (var part in group.Select(added => added.Delivery).Chunk(MostInAnEntry))
            {
                _chain.Selected(group.Key.At, group.Key.Message, group.Key.Medium, group.Key.Band, part);
                rows.AddRange(
                    part.Select(given => new DeliveryRow(
                        given.ParticipantId,
                        given.Message,
                        given.Language,
                        given.Band,
                        group.Key.At,
                        given.Medium,
                        given.Person.Channels
                    ))
                );
            }
        }

        _added.Clear();
        return rows;
    }
}
