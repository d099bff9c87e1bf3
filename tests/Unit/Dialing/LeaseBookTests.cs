using Burgernet.Grains.Dialing;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class LeaseBookTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Valid = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(93);

    [Fact]
    public void Grant_OneDialer_GetsEverything()
    {
        var book = new LeaseBook(200, 50, Valid, LongestCall);
        Assert.Equal(new LeaseShare(200, 50), book.Grant("a", 0, Start));
        Assert.Equal(new LeaseShare(200, 50), book.Grant("a", 200, Start));
    }

    [Fact]
    public void Grant_Newcomer_GetsNothingUntilTheOtherHasGivenUpItsHalf()
    {
        var book = new LeaseBook(200, 50, Valid, LongestCall);
        book.Grant("a", 0, Start);
        Assert.Equal(new LeaseShare(0, 0), book.Grant("b", 0, Start));
        Assert.Equal(new LeaseShare(100, 25), book.Grant("a", 150, Start));
        Assert.Equal(new LeaseShare(50, 25), book.Grant("b", 0, Start));
        Assert.Equal(new LeaseShare(100, 25), book.Grant("a", 100, Start));
        Assert.Equal(new LeaseShare(100, 25), book.Grant("b", 50, Start));
    }

    [Fact]
    public void Grant_OtherDialerDied_ItsLinesStayChargedUntilItsLongestCallIsOver()
    {
        var book = new LeaseBook(200, 50, Valid, LongestCall);
        book.Grant("a", 0, Start);
        book.Grant("b", 0, Start);
        book.Grant("a", 100, Start);
        book.Grant("b", 100, Start);

        Assert.Equal(new LeaseShare(100, 25), book.Grant("a", 100, Start + Valid - TimeSpan.FromTicks(1)));
        Assert.Equal(new LeaseShare(100, 25), book.Grant("a", 100, Start + Valid));
        Assert.Equal(new LeaseShare(100, 50), book.Grant("a", 100, Start + Valid + LeaseBook.StartCounts));
        Assert.Equal(100, book.Grant("a", 100, Start + Valid + LongestCall - TimeSpan.FromTicks(1)).Channels);
        Assert.Equal(200, book.Grant("a", 100, Start + Valid + LongestCall).Channels);
    }

    [Fact]
    public void Grant_DialerWasOnlyLate_IsNotChargedForItself()
    {
        var book = new LeaseBook(200, 50, Valid, LongestCall);
        book.Grant("a", 0, Start);
        Assert.Equal(new LeaseShare(200, 50), book.Grant("a", 150, Start + TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void Release_Polite_FreesLinesAtOnceAndStartsWhenTheirSecondIsOver()
    {
        var book = new LeaseBook(200, 50, Valid, LongestCall);
        book.Grant("a", 0, Start);
        book.Grant("b", 0, Start);
        book.Release("a", Start);
        Assert.Equal(new LeaseShare(200, 0), book.Grant("b", 0, Start));
        Assert.Equal(new LeaseShare(200, 50), book.Grant("b", 0, Start + LeaseBook.StartCounts));
        Assert.Equal("b", Assert.Single(book.Dialers));
    }

    [Fact]
    public void Charge_CallsOfTheDead_AreTakenFromTheLimitUntilTheyAreOver()
    {
        var book = new LeaseBook(10, 5, Valid, LongestCall);
        Charge(book, 7, Start + TimeSpan.FromSeconds(30));
        Assert.Equal(3, book.Grant("a", 0, Start).Channels);
        Assert.Equal(10, book.Grant("a", 0, Start + TimeSpan.FromSeconds(30)).Channels);
    }

    [Fact]
    public void Charge_MoreThanTheLimit_LeavesNothing()
    {
        var book = new LeaseBook(10, 5, Valid, LongestCall);
        Charge(book, 12, Start + TimeSpan.FromSeconds(30));
        Assert.Equal(0, book.Grant("a", 0, Start).Channels);
    }

    [Fact]
    public void ChargeClaims_OfADialerWhoseLeaseEnded_FreesTheRestOfItsShare()
    {
        var book = new LeaseBook(10, 5, Valid, LongestCall);
        book.Grant("dead", 0, Start);
        var later = Start + Valid;
        Assert.Equal("dead", Assert.Single(book.Expire(later)));
        Assert.Equal(0, book.Grant("a", 0, later).Channels);
        book.ChargeClaims("dead", [later + TimeSpan.FromSeconds(10), later + TimeSpan.FromSeconds(20)]);
        Assert.Equal(8, book.Grant("a", 0, later).Channels);
        Assert.Equal(9, book.Grant("a", 0, later + TimeSpan.FromSeconds(2) + TimeSpan.FromSeconds(8)).Channels);
    }

    [Fact]
    public void ChargeClaims_OfADialerThatCameBack_ChangesNothing()
    {
        var book = new LeaseBook(10, 5, Valid, LongestCall);
        book.Grant("late", 3, Start);
        book.Expire(Start + Valid);
        book.Grant("late", 3, Start + Valid);
        book.ChargeClaims("late", [Start + TimeSpan.FromHours(1)]);
        Assert.Equal(10, book.Grant("late", 3, Start + Valid).Channels);
    }

    [Fact]
    public void Restore_WhatWasStored_GivesTheSameSharesOn()
    {
        var book = new LeaseBook(10, 6, Valid, LongestCall);
        book.Grant("a", 0, Start);
        book.Grant("b", 0, Start);
        book.Grant("a", 0, Start);
        book.Grant("b", 4, Start);
        var next = new LeaseBook(10, 6, Valid, LongestCall);
        foreach (var lease in book.ToStored("+31"))
        {
            Assert.Equal("+31", lease.Prefix);
            next.Restore(lease, Start);
        }

        Assert.Equal(book.Dialers.Order(StringComparer.Ordinal), next.Dialers.Order(StringComparer.Ordinal));
        Assert.Equal(book.Grant("c", 0, Start), next.Grant("c", 0, Start));
        Assert.Equal(book.Grant("b", 4, Start), next.Grant("b", 4, Start));
    }

    [Fact]
    public void Restore_CallersOfANodeThatIsGone_KeepTheirLinesUntilTheirLongestCallIsOver()
    {
        var book = new LeaseBook(10, 5, Valid, LongestCall, CallerReserve.Of(10, 4));
        Assert.Equal(4, book.GrantCallers("node", 4, 4, Start));
        var late = Start + Valid;
        var second = Restored(book, late);
        var third = Restored(second, late);
        Assert.Equal(2, third.Grant("a", 0, late).Channels);
        Assert.Equal(6, Restored(third, late + LongestCall).Grant("a", 0, late + LongestCall).Channels);
    }

    [Fact]
    public void Recharge_ToldAgain_CountsEachCallOnce()
    {
        var book = new LeaseBook(10, 5, Valid, LongestCall);
        book.Recharge("previews", [Start + LongestCall, Start + LongestCall]);
        book.Recharge("previews", [Start + LongestCall]);
        Assert.Equal(9, book.Grant("a", 0, Start).Channels);
    }

    [Fact]
    public void Grant_EveryoneRenewedTwice_LeavesNoLineUnused() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[1, 60], Gen.Int[1, 8], Gen.Int[0, 100])
            .Sample(
                (channels, rate, dialers, charged) =>
                {
                    var book = new LeaseBook(channels, rate, Valid, LongestCall);
                    Charge(book, charged, Start + TimeSpan.FromHours(1));
                    var shares = new LeaseShare[dialers];
                    for (var round = 0; round < 3; round++)
                    {
                        for (var i = 0; i < dialers; i++)
                        {
                            shares[i] = book.Grant($"d{i}", shares[i].Channels, Start + TimeSpan.FromSeconds(round));
                            shares[i] = shares[i] with { Channels = Math.Min(shares[i].Channels, (channels / dialers) + 1) };
                        }
                    }

                    shares = [.. Enumerable.Range(0, dialers).Select(i => book.Grant($"d{i}", 0, Start + TimeSpan.FromSeconds(3)))];
                    shares = [.. Enumerable.Range(0, dialers).Select(i => book.Grant($"d{i}", 0, Start + TimeSpan.FromSeconds(4)))];
                    Assert.Equal(Math.Max(0, channels - charged), shares.Sum(share => share.Channels));
                    Assert.Equal(rate, shares.Sum(share => share.CallsPerSecond));
                }
            );

    [Fact]
    public void Grant_ShareGivenUpWhileItsStartsCount_GoesToNobodyUntilTheHolderTellsThatTheyAreOver()
    {
        var book = new LeaseBook(200, 50, Valid, LongestCall);
        book.Grant("a", 0, Start);
        book.Grant("b", 0, Start);
        Assert.Equal(25, book.Grant("a", 0, Start, starts: 50).CallsPerSecond);
        Assert.Equal(0, book.Grant("b", 0, Start).CallsPerSecond);
        Assert.Equal(25, book.Grant("a", 0, Start, starts: 30).CallsPerSecond);
        Assert.Equal(20, book.Grant("b", 0, Start).CallsPerSecond);
    }

    [Fact]
    public void Restore_StartsThatStillCount_AreNotForgotten()
    {
        var book = new LeaseBook(10, 6, Valid, LongestCall);
        book.Grant("a", 0, Start);
        book.Grant("b", 0, Start);
        book.Grant("a", 0, Start, starts: 6);
        var next = new LeaseBook(10, 6, Valid, LongestCall);
        foreach (var lease in book.ToStored("").ToArray())
        {
            next.Restore(lease, Start + Valid);
        }

        Assert.Equal(0, next.Grant("c", 0, Start + Valid).CallsPerSecond);
        Assert.Equal(6, next.Grant("c", 0, Start + Valid + LeaseBook.StartCounts).CallsPerSecond);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Restore_StartsOfADialerThatWent_CountUntilTheirSecondIsOver(bool politely)
    {
        var book = new LeaseBook(10, 6, Valid, LongestCall);
        book.Grant("gone", 0, Start);
        var went = politely ? Start + TimeSpan.FromSeconds(2) : Start + Valid;
        if (politely)
        {
            book.Release("gone", went);
        }
        else
        {
            book.Expire(went);
        }

        // Loaded again, and again: what was stored is what is stored.
        var soon = went + (LeaseBook.StartCounts / 2);
        var next = Reloaded(Reloaded(book, soon, 6), soon, 6);
        Assert.Empty(next.Dialers);
        Assert.Equal(new LeaseShare(10, 0), next.Grant("a", 0, soon));
        Assert.Equal(new LeaseShare(10, 6), next.Grant("a", 0, went + LeaseBook.StartCounts));
        Assert.Equal("a", Assert.Single(next.ToStored("")).Dialer);
    }

    [Fact]
    public void ToStored_DialerThatWentAndCameBack_IsThereOnce()
    {
        var book = new LeaseBook(10, 6, Valid, LongestCall);
        book.Grant("a", 0, Start);
        book.Release("a", Start);
        book.Grant("a", 0, Start);
        Assert.Single(book.ToStored(""));
    }

    /// <summary>Dialers that come, start as much as they may while replies are late or lost, drain and die, while the carrier's grain is loaded again at any moment: in no second are more calls begun than the limit.</summary>
    [Fact]
    public void Grant_AnyHistory_NoSecondHasMoreStartsThanTheLimit() =>
        Gen.Select(Gen.Int[1, 30], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 10], Gen.Int[0, 900], Gen.Int[0, 30]).Array[1, 150])
            .Sample(
                (rate, steps) =>
                {
                    var book = new LeaseBook(1_000, rate, Valid, LongestCall);
                    var starters = Enumerable.Range(0, 4).Select(number => new RateHolder($"d{number}", () => book, Valid)).ToArray();
                    var now = Start;
                    foreach (var (dialer, what, gap, starts) in steps)
                    {
                        now += TimeSpan.FromMilliseconds(gap);
                        if (what == 10)
                        {
                            book = Reloaded(book, now, rate, 1_000);
                        }
                        else
                        {
                            starters[dialer].Do(what, starts, now);
                        }

                        var second = now - TimeSpan.FromSeconds(1);
                        Assert.InRange(starters.Sum(other => other.Starts.Count(at => at > second)), 0, rate);
                    }
                },
                iter: 5_000
            );

    /// <summary>Dialers that come, call as much as they may, go silent and come back: at no time are more lines in use than there are.</summary>
    [Fact]
    public void Grant_AnyHistory_NeverGivesOutMoreThanTheLimits() =>
        Gen.Select(
                Gen.Int[1, 40],
                Gen.Int[1, 20],
                Gen.Int[0, 30],
                Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 3_000], Gen.Int[0, 40]).Array[1, 120]
            )
            .Sample((channels, rate, charged, steps) => Live(channels, rate, Math.Min(charged, channels), steps), iter: 3_000);

    /// <summary>What the next activation knows.</summary>
    private static LeaseBook Restored(LeaseBook book, DateTimeOffset now)
    {
        var next = new LeaseBook(10, 5, Valid, LongestCall, CallerReserve.Of(10, 4));
        foreach (var lease in book.ToStored("").ToArray())
        {
            next.Restore(lease, now);
        }

        return next;
    }

    /// <summary>The book of the next activation.</summary>
    private static LeaseBook Reloaded(LeaseBook book, DateTimeOffset now, int rate, int channels = 10)
    {
        var next = new LeaseBook(channels, rate, Valid, LongestCall);
        foreach (var lease in book.ToStored("").ToArray())
        {
            next.Restore(lease, now);
        }

        return next;
    }

    private static void Charge(LeaseBook book, int lines, DateTimeOffset until)
    {
        for (var line = 0; line < lines; line++)
        {
            book.Charge("dead", until);
        }
    }

    private static void Live(int channels, int rate, int charged, (int Dialer, int What, int Gap, int Calls)[] steps)
    {
        var book = new LeaseBook(channels, rate, Valid, LongestCall);
        var chargedUntil = Start + TimeSpan.FromSeconds(60);
        Charge(book, charged, chargedUntil);
        var now = Start;
        var dialers = new LeaseHolder[5];
        foreach (var (dialer, what, gap, calls) in steps)
        {
            now += TimeSpan.FromMilliseconds(gap);
            ref var holder = ref dialers[dialer];
            holder.EndCalls(now, LongestCall, all: false);
            if (what == 4)
            {
                holder.EndCalls(now, LongestCall, all: true);
                book.Release($"d{dialer}", now);
                holder = default;
            }
            else
            {
                holder.EndSome(calls);
                var share = book.Grant($"d{dialer}", holder.Calls, now);
                holder.Take(share, now, now + Valid);
                holder.CallAsMuchAsItMay(now, calls);
            }

            var inUse = dialers.Sum(other => other.InUse(now, LongestCall)) + (now < chargedUntil ? charged : 0);
            Assert.InRange(inUse, 0, channels);
            Assert.InRange(dialers.Sum(other => now < other.Until ? other.Share.CallsPerSecond : 0), 0, rate);
        }
    }
}
