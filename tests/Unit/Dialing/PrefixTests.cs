using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class PrefixTests
{
    private const long Second = 1_000_000;

    [Theory]
    [InlineData("+31992000001", "+31992")]
    [InlineData("+31991100001", "+31991")]
    [InlineData("+31991200001", "+319912")]
    [InlineData("+31993000001", null)]
    [InlineData("+319912", "+319912")]
    [InlineData("", null)]
    public void PrefixOf_Number_IsTheLongestThatFits(string number, string? expected) =>
        Assert.Equal(expected, new PrefixRoom([new("+31991", 1), new("+31992", 1), new("+319912", 1)]).PrefixOf(number));

    [Fact]
    public void TryTake_Places_AreOfTheLongestPrefixOnly()
    {
        var room = new PrefixRoom([new("+31991", 1), new("+319912", 1)]);
        Assert.True(room.TryTake("+31991200001"));
        Assert.False(room.TryTake("+31991200002"));
        Assert.False(room.Has("+319912"));
        Assert.True(room.TryTake("+31991100001"));
        Assert.False(room.TryTake("+31991100002"));
        Assert.True(room.TryTake("+31993000001"));
    }

    [Fact]
    public void HasRoom_NumberOfALimitedPrefix_OnlyWhileAPlaceIsFreeAndKeptForNobody()
    {
        var book = new PrefixBook(Second);
        book.Take([new PrefixShare("+31991", Channels: 1, CallsPerSecond: 5)]);
        Assert.True(book.HasRoom("+31991000001", 0));
        Assert.True(book.HasRoom("+31993000001", 0));

        var kept = book.Reserve(0, Second / 20, 9);
        Assert.False(book.HasRoom("+31991000001", 0));
        book.GiveBack(kept);
        Assert.Equal("+31991", book.Start("+31991000001", 0));
        Assert.False(book.HasRoom("+31991000002", Second));
        Assert.True(book.HasRoom("+31993000001", Second));
        book.End("+31991");
        Assert.True(book.HasRoom("+31991000002", 2 * Second));
    }

    [Fact]
    public void Take_PrefixFull_OthersBehindAreTakenAndItsOwnWhenThereIsRoomAgain()
    {
        var line = new WaitingLine();
        var (first, second, third) = (Waiting(0, "+31991"), Waiting(0, ""), Waiting(1, "+31991"));
        foreach (var delivery in new[] { first, second, third })
        {
            line.Enqueue(delivery);
        }

        var full = new PrefixRoom([new("+31991", 0)]);
        Assert.Equal(1, line.Due(5, full));
        Assert.Same(second, line.Take(5, full));
        Assert.Null(line.Take(5, full));
        Assert.Equal(0, line.Due(5, full));

        var one = new PrefixRoom([new("+31991", 1)]);
        Assert.Same(first, line.Take(5, one));
        Assert.Null(line.Take(5, one));
        Assert.Same(third, line.Take(5, new PrefixRoom([])));
        Assert.Equal(0, line.Count);
    }

    [Fact]
    public void Take_NoLimits_IsByBandThenOrderWhateverTheLine() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2])
            .Array[0, 40]
            .Sample(people =>
            {
                var line = new WaitingLine();
                var all = people.Select(person => Waiting(person.Item1, person.Item2 == 0 ? "" : $"+{person.Item2}")).ToArray();
                Array.ForEach(all, line.Enqueue);
                var taken = new List<Delivery>();
                while (line.Take(int.MaxValue, new PrefixRoom([])) is { } next)
                {
                    taken.Add(next);
                }

                Assert.Equal(all.OrderBy(delivery => delivery.Band), taken);
            });

    [Fact]
    public void Reserve_PullsAtTheSameTime_ShareTheRoomOnce()
    {
        var book = Book(channels: 3, rate: 100);
        var first = book.Reserve(0, Second / 20, 9);
        Assert.Equal(3, Assert.Single(first).Calls);
        Assert.Equal(0, Assert.Single(book.Reserve(0, Second / 20, 9)).Calls);
        Assert.Equal("+31991", book.Start("+31991100001", 0));
        Assert.Null(book.Start("+31993000001", 0));
        book.GiveBack(first);
        Assert.Equal(2, Assert.Single(book.Reserve(0, Second / 20, 9)).Calls);
        Assert.Equal(new PrefixCount("+31991", 1), Assert.Single(book.UnderWay));
    }

    [Fact]
    public void Reserve_PullOfFewer_LeavesTheRestOfTheRoomToOthers()
    {
        var book = Book(channels: 3, rate: 100);
        Assert.Equal(1, Assert.Single(book.Reserve(0, Second / 20, 1)).Calls);
        Assert.Equal(2, Assert.Single(book.Reserve(0, Second / 20, 9)).Calls);
        Assert.Equal(0, Assert.Single(book.Reserve(0, Second / 20, 9)).Calls);
    }

    [Fact]
    public void Tell_PullUnderWay_CountsWhatItMayBring()
    {
        var book = Book(channels: 4, rate: 100);
        book.Start("+31991100001", 0);
        book.Reserve(0, Second / 20, 2);
        Assert.Equal(new PrefixCount("+31991", 3, Starts: 3), Assert.Single(book.Tell(0)));
    }

    /// <summary>The carrier has decided and its reply is on its way: what was not told may be somebody else's by now.</summary>
    [Fact]
    public void Reserve_WhileTheShareIsBeingRenewed_NoMoreThanWasTold()
    {
        var book = Book(channels: 4, rate: 100);
        book.Start("+31991100001", 0);
        book.Tell(0);
        Assert.Equal(0, Assert.Single(book.Reserve(0, Second / 20, 9)).Calls);
        Assert.False(book.HasRoom("+31991100002", 0));
        book.End("+31991");
        Assert.Equal(1, Assert.Single(book.Reserve(2 * Second, 2 * Second, 9)).Calls);

        book.Tell(2 * Second);
        book.Take([new PrefixShare("+31991", 2, 100)]);
        Assert.Equal(1, Assert.Single(book.Reserve(2 * Second, 3 * Second, 9)).Calls);
    }

    [Fact]
    public void Reserve_WhileTheShareIsBeingRenewed_NoMoreStartsInASecondThanWereTold()
    {
        var book = Book(channels: 9, rate: 100);
        book.Start("+31991100001", 0);
        book.Reserve(0, Second / 20, 2);
        Assert.Equal(3, Assert.Single(book.Tell(0)).Starts);
        book.End("+31991");
        Assert.Equal(0, Assert.Single(book.Reserve(Second / 2, Second / 2, 9)).Calls);
        Assert.Equal(1, Assert.Single(book.Reserve(2 * Second, 3 * Second, 9)).Calls);
    }

    [Fact]
    public void Keep_PullThatBroughtNobodyOfThePrefix_LeavesTheRoomToTheNext()
    {
        var book = Book(channels: 3, rate: 100);
        var kept = book.Keep(book.Reserve(0, Second / 20, 9), ["+31993000001"]);
        Assert.Equal(0, Assert.Single(kept).Calls);
        var next = book.Reserve(0, Second / 20, 9);
        Assert.Equal(3, Assert.Single(next).Calls);
        next = book.Keep(next, ["+31991100001", "+31993000001", "+31991100002"]);
        Assert.Equal(2, Assert.Single(next).Calls);
        var rest = book.Reserve(0, Second / 20, 9);
        Assert.Equal(1, Assert.Single(rest).Calls);
        book.GiveBack(next);
        book.GiveBack(rest);
        Assert.Equal(3, Assert.Single(book.Reserve(0, Second / 20, 9)).Calls);
    }

    [Fact]
    public void Wait_PrefixWithALimitOfStarts_IsUntilItsTurnAndOthersDoNotWait()
    {
        var book = Book(channels: 3, rate: 2);
        Assert.Equal(0, book.Wait("+31991100001", 0));
        book.Start("+31991100001", 0);
        Assert.InRange(book.Wait("+31991100002", 0), Second / 3, Second);
        Assert.Equal(0, book.Wait("+31993000001", 0));
        Assert.Equal(0, book.Wait("+31991100002", 2 * Second));
    }

    [Fact]
    public void Reserve_AnyHistory_NeverMoreCallsThanTheShare() =>
        Gen.Select(Gen.Int[1, 6], Gen.Select(Gen.Int[0, 2], Gen.Int[0, 8]).Array[1, 60])
            .Sample(
                (channels, steps) =>
                {
                    var book = Book(channels, rate: 1_000);
                    var pulls = new Queue<PrefixCount[]>();
                    var (calls, now) = (0, 0L);
                    foreach (var (what, count) in steps)
                    {
                        now += Second / 5;
                        if (what == 0)
                        {
                            pulls.Enqueue(book.Reserve(now, now, 9));
                        }
                        else if (what == 1 && pulls.TryDequeue(out var pull))
                        {
                            for (var i = Math.Min(count, pull[0].Calls); i > 0; i--)
                            {
                                book.Start("+31991100001", now);
                                calls++;
                            }

                            book.GiveBack(pull);
                        }
                        else if (what == 2 && calls > 0)
                        {
                            book.End("+31991");
                            calls--;
                        }

                        Assert.InRange(calls, 0, channels);
                        Assert.Equal(calls, book.UnderWay[0].Calls);
                    }
                }
            );

    [Fact]
    public void Park_PrefixFull_WaitsApartAndIsCalledWhenThereIsRoom()
    {
        var bench = new LaneBench();
        bench.Add(0, 1, 2, 3);
        var taken = bench.Book.Take(3, int.MaxValue, bench.Now);
        bench.Store.Apply(bench.Ledger.Claim(taken, LaneBench.Request(3), bench.Now));
        var numbers = taken.ConvertAll(delivery => new ClaimedNumber(delivery.ParticipantId, "+31991100001"));
        var write = bench.Ledger.Park(taken, numbers, new PrefixRoom([new("+31991", 1)]), bench.Now);

        Assert.Single(taken);
        Assert.Single(numbers);
        Assert.Equal(2, write?.Attempts.Count);
        Assert.Empty(write!.Results);
        Assert.Equal(2, bench.Totals.Waiting);
        Assert.Equal(0, bench.Totals.LowestUndialledBand);
        Assert.Empty(bench.Book.Take(9, int.MaxValue, bench.Now, new PrefixRoom([new("+31991", 0)])));
        Assert.Equal(2, bench.Book.Take(9, int.MaxValue, bench.Now, new PrefixRoom([new("+31991", 2)])).Count);
    }

    private static PrefixBook Book(int channels, int rate)
    {
        var book = new PrefixBook(Second);
        book.Take([new PrefixShare("+31991", channels, rate)]);
        return book;
    }

    private static Delivery Waiting(int band, string prefix) => new(Guid.NewGuid(), 1, Language.Dutch, band) { Prefix = prefix };
}
