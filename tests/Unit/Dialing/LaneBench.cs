using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>A lane on the bench: its ledger, the memory that stands for its store, and a clock that is set by hand.</summary>
internal sealed class LaneBench
{
    public const string Carrier = "practice";
    public const string Dialer = "S127.0.0.1:1:1";

    public static readonly TimeSpan RingLimit = TimeSpan.FromSeconds(30);

    public const string SmsCentre = "sms";
    public const string OtherSmsCentre = "sms-too";

    private static readonly CarrierList Carriers = new([
        new CarrierOptions { Name = SmsCentre, Medium = Medium.Sms },
        new CarrierOptions
        {
            Name = OtherSmsCentre,
            Medium = Medium.Sms,
            Centre = SmsCentre,
        },
        new CarrierOptions
        {
            RingLimit = RingLimit,
            LongestMessage = TimeSpan.FromSeconds(60),
            LingerAfterMessage = TimeSpan.FromSeconds(3),
        },
    ]);

    private readonly Guid _action = Person(-1);

    private readonly LaneTerms _terms;

    private LaneMessage[] _further = [];

    public LaneBench(LaneTerms? terms = null)
    {
        _terms = terms ?? LaneTerms.Once;
        Ledger = Restored();
    }

    public LaneMemory Store { get; } = new();

    public LaneLedger Ledger { get; private set; }

    public LaneBook Book => Ledger.Book;

    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public LaneTotals Totals => Book.Totals(0);

    public static Guid Person(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static Candidate Candidate(int number, float metres = 0, ContactChannels channels = ContactChannels.Voice) =>
        new(Person(number), metres, Language.Dutch, channels);

    /// <summary>Somebody who may be reached by some media.</summary>
    public void AddReachable(ContactChannels channels, params int[] people) =>
        Store.Apply(Ledger.Add(0, people.Select(number => Candidate(number, 0, channels)).ToArray(), Now));

    /// <summary>Takes and claims texts as the grain does, every claim granted.</summary>
    public CallOrder[] PullTexts(int max = 100)
    {
        Expire();
        var taken = Book.Take(max, -1, Now, Medium.Sms);
        if (taken.Count == 0)
        {
            return [];
        }

        Store.Apply(Ledger.Claim(taken, new PullRequest(SmsCentre, Dialer, max, 1, [], Medium.Sms), Now));
        return Ledger.Orders(taken, taken.ConvertAll(delivery => new ClaimedNumber(delivery.ParticipantId, "+31")));
    }

    /// <summary>The SMS centre has a text, under as many names.</summary>
    public CallReport Accepted(CallOrder order, params string[] ids) => Ended(order, CallEnd.Accepted) with { CarrierIds = ids };

    public void Receive(CallOrder order, DeliveryResult result) =>
        Store.Apply(Ledger.Receive([new ReceiptReport(order.ParticipantId, order.Message, Medium.Sms, order.Attempt, result, Now)], Now));

    public DeliveryResult? SmsResultOf(int person, int message = 1) => Store.Find(Person(person), message, Medium.Sms)?.Result;

    public void Add(int band, params int[] people) =>
        Store.Apply(Ledger.Add(band, people.Select(number => Candidate(number)).ToArray(), Now));

    /// <summary>Takes and claims as the grain does, every claim granted.</summary>
    public CallOrder[] Pull(int max = 100, int ceiling = int.MaxValue)
    {
        Expire();
        var taken = Book.Take(max, ceiling, Now);
        if (taken.Count == 0)
        {
            return [];
        }

        Store.Apply(Ledger.Claim(taken, Request(max), Now));
        return Ledger.Orders(taken, taken.ConvertAll(delivery => new ClaimedNumber(delivery.ParticipantId, "+31")));
    }

    public static PullRequest Request(int max) => new(Carrier, Dialer, max, 1, []);

    public void Report(params CallReport[] reports) => Store.Apply(Ledger.Apply(reports, Now));

    public void Expire() => Store.Apply(Ledger.Expire(Now));

    /// <summary>The lane is told of all messages, as its action does.</summary>
    public void Enlist(params LaneMessage[] messages)
    {
        _further = messages;
        Store.Apply(Ledger.Enlist(messages, Now));
    }

    /// <summary>Messages that the action has and the lane was not told of.</summary>
    public void Added(params LaneMessage[] messages) => _further = messages;

    public static LaneMessage Message(int number, MessageKind kind, int epoch = 1, DateTimeOffset? deadline = null) =>
        new(number, kind, epoch, deadline);

    public void Stop() => Store.Apply(Ledger.Stop(Now));

    public void Review(params int[] lost) =>
        Store.Apply(Ledger.Orphan(lost.Select(number => Book.Find(Person(number), 1)!).ToArray(), Now));

    /// <summary>The lane's activation is gone; the next one starts from the store. Claims named here are still held by their dialer.</summary>
    public void Crash(params CallOrder[] living)
    {
        Ledger = Restored();
        Store.Apply(Ledger.Restore(Store.Deliveries, living.Select(order => order.Nonce).ToHashSet(), Now));
        Store.Apply(Ledger.Enlist([], Now));
    }

    public CallReport Answered(CallOrder order) => ReportOf(order) with { RangAt = Now, AnsweredAt = Now };

    public CallReport Heard(CallOrder order) =>
        Answered(order) with
        {
            EndedAt = Now,
            End = CallEnd.HungUpByUs,
            PlayedMilliseconds = 8_000,
        };

    public CallReport Ended(CallOrder order, CallEnd end, int status = 0) =>
        ReportOf(order) with
        {
            EndedAt = Now,
            End = end,
            SipStatus = status,
        };

    public DeliveryResult? ResultOf(int person, int message) => Store.Find(Person(person), message)?.Result;

    /// <summary>The messages that somebody has a delivery of.</summary>
    public int[] MessagesOf(int person) =>
        [.. Store.Deliveries.Where(row => row.ParticipantId == Person(person)).Select(row => row.Message)];

    public void ShouldHaveResult(int person, DeliveryResult expected)
    {
        Assert.Equal([expected], Store.Results.GetValueOrDefault(Person(person)) ?? []);
        Assert.Equal(expected, Book.Find(Person(person), 1)!.Result);
    }

    private static CallReport ReportOf(CallOrder order) =>
        new()
        {
            ParticipantId = order.ParticipantId,
            Message = order.Message,
            Medium = order.Medium,
            Attempt = order.Attempt,
            Nonce = order.Nonce,
            MessageMilliseconds = 8_000,
        };

    private LaneLedger Restored()
    {
        var stored = Store.Load();
        return new LaneLedger(
            _action,
            0,
            Carriers,
            new LaneChain(stored.LogSequence, stored.LogHead),
            Now,
            _terms with
            {
                Further = _further,
            }
        );
    }
}
