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

    private static readonly CarrierList Carriers = new([
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

    public static Candidate Candidate(int number, float metres = 0) => new(Person(number), metres, Language.Dutch);

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
        return LaneLedger.Orders(taken, taken.ConvertAll(delivery => new ClaimedNumber(delivery.ParticipantId, "+31")));
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
