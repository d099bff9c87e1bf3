using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>A lane with several messages through any sequence of selections, pulls, reports, crashes, lost claims, stops and messages, told or found at the next load.</summary>
public sealed class LaneMessageLifePropertyTests
{
    private static readonly (CallEnd End, int Status)[] Ends =
    [
        (CallEnd.HungUpByUs, 200),
        (CallEnd.HungUpByPeer, 200),
        (CallEnd.Rejected, 486),
        (CallEnd.Rejected, 603),
        (CallEnd.Withheld, 0),
        (CallEnd.CancelledByPause, 487),
        (CallEnd.RingLimit, 0),
    ];

    private static readonly LaneTerms Terms = new([TimeSpan.FromSeconds(10)], null);

    [Fact]
    public void Lane_AnyLifeWithMessages_TellsNobodyTwiceLosesNothingAndNeverCallsSomebodyTwiceAtOnce() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 11], Gen.Int[0, 6]).Array[1, 90].Sample(steps => new Life().Run(steps), iter: 3_000);

    private sealed class Life
    {
        private readonly LaneBench _lane = new(Terms);
        private readonly List<LaneMessage> _messages = [];
        private readonly List<CallOrder> _calls = [];
        private readonly HashSet<(Guid, int)> _answered = [];
        private readonly HashSet<Guid> _contacted = [];
        private readonly Dictionary<Guid, DateTimeOffset> _ringsUntil = [];
        private int _epoch = 1;
        private bool _stopped;

        private bool HasOutcome => _messages.Exists(message => message.Kind == MessageKind.Outcome);

        public void Run((int What, int Who, int How)[] steps)
        {
            foreach (var (what, who, how) in steps)
            {
                _lane.Now += TimeSpan.FromSeconds(how * 3);
                Step(what, who, how);
                ShouldAddUp();
            }

            Finish();
            ShouldHaveWhatIsTheirs();
        }

        private void Step(int what, int who, int how)
        {
            switch (what)
            {
                case 0 or 1:
                    _lane.Add(how, who, (who + 5) % 12);
                    break;
                case 2 or 3:
                    foreach (var order in _lane.Pull(how, ceiling: int.MaxValue))
                    {
                        Placed(order);
                        _calls.Add(order);
                    }

                    break;
                case 4 when _calls.Count > 0:
                    Report(_calls[who % _calls.Count], order => _lane.Answered(order));
                    break;
                case 5 or 6 when _calls.Count > 0:
                    var over = _calls[who % _calls.Count];
                    _calls.Remove(over);
                    End(over, Ends[how]);
                    break;
                case 7:
                    // The dialer's silo dies with some of its calls.
                    foreach (var lost in _calls.FindAll(order => (order.ParticipantId.ToByteArray()[0] + order.Attempt) % 3 == how % 3))
                    {
                        _calls.Remove(lost);
                        _ringsUntil[lost.ParticipantId] = lost.ClaimedAt + LaneBench.RingLimit;
                    }

                    _lane.Crash([.. _calls]);
                    break;
                case 8 when how < 5 && _messages.Count < 4 && !HasOutcome && !_stopped:
                    Add(how < 3 ? MessageKind.Update : MessageKind.Correction, told: who % 2 == 0);
                    break;
                case 9 when how == 0 && !HasOutcome:
                    _epoch++;
                    _stopped = true;
                    _lane.Store.Apply(_lane.Ledger.Stop(_lane.Now, _epoch));
                    break;
                case 9 when how == 1 && !HasOutcome:
                    _epoch++;
                    _stopped = false;
                    Add(MessageKind.Outcome, told: who % 2 == 0);
                    break;
                default:
                    break;
            }
        }

        /// <summary>A message that the lane is told of, or finds when it is loaded again.</summary>
        private void Add(MessageKind kind, bool told)
        {
            _messages.Add(LaneBench.Message(_messages.Count + 2, kind, _epoch));
            if (told)
            {
                _lane.Enlist([.. _messages]);
            }
            else
            {
                _lane.Added([.. _messages]);
                _lane.Crash([.. _calls]);
            }
        }

        private void Placed(CallOrder order)
        {
            var person = order.ParticipantId;
            Assert.DoesNotContain((person, order.Message), _answered);
            Assert.DoesNotContain(_calls, call => call.ParticipantId == person);
            Assert.True(_lane.Now >= _ringsUntil.GetValueOrDefault(person), "a lost call to this person may still ring");
        }

        private void Report(CallOrder order, Func<CallOrder, CallReport> what)
        {
            var report = what(order);
            _lane.Report(report);
            if (report.AnsweredAt is not null)
            {
                _answered.Add((order.ParticipantId, order.Message));
                _contacted.Add(order.ParticipantId);
            }
        }

        private void End(CallOrder order, (CallEnd End, int Status) how)
        {
            var heard = how.End is CallEnd.HungUpByUs or CallEnd.HungUpByPeer || _answered.Contains((order.ParticipantId, order.Message));
            Report(order, call => heard ? _lane.Heard(call) : _lane.Ended(call, how.End, how.Status));
        }

        private void Finish()
        {
            if (!HasOutcome)
            {
                _epoch++;
                Add(MessageKind.Outcome, told: true);
            }

            foreach (var order in _calls.ToArray())
            {
                _calls.Remove(order);
                Report(order, _lane.Heard);
            }

            for (var round = 0; round < 40 && !_lane.Book.AllDone; round++)
            {
                _lane.Now += TimeSpan.FromMinutes(1);
                foreach (var order in _lane.Pull())
                {
                    Placed(order);
                    Report(order, _lane.Heard);
                }
            }

            Assert.True(_lane.Book.AllDone);
        }

        private void ShouldHaveWhatIsTheirs()
        {
            var outcome = _messages.Find(message => message.Kind == MessageKind.Outcome)!.Number;
            foreach (var person in _lane.Store.Deliveries.GroupBy(row => row.ParticipantId))
            {
                Assert.All(person, row => Assert.Equal(1, _lane.Store.ResultCount(row.ParticipantId, row.Message)));
                Assert.Equal(person.Select(row => row.Message).Order(), person.Select(row => row.Message));
                var told = person.Any(row => row.Message == outcome);
                var mayHaveRung = person.Any(row => row.Message != outcome && (row.Contacted || row.Result == DeliveryResult.Unknown));
                Assert.Equal(mayHaveRung, told);
                Assert.True(told || !_contacted.Contains(person.Key), "whoever was contacted is told how it ended");
            }
        }

        private void ShouldAddUp()
        {
            var totals = _lane.Totals;
            Assert.Equal(totals.Deliveries, totals.Waiting + totals.UnderWay + totals.Results.Values.Sum());
            Assert.Equal(_lane.Store.Deliveries.Count, totals.Deliveries);
            Assert.Equal(_lane.Store.Deliveries.Select(row => row.ParticipantId).Distinct().Count(), totals.Selected);
            Assert.Equal(totals.Deliveries, totals.Messages.Sum(message => message.Deliveries));
            Assert.Equal(totals.Results.Values.Sum(), totals.Messages.Sum(message => message.Done));
            Assert.InRange(totals.Contacted, 0, totals.Selected);
            Assert.InRange(totals.Heard, 0, totals.Selected);
        }
    }
}
