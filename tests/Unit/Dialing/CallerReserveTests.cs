using System.Globalization;
using Burgernet.Grains.Dialing;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>Channels that are kept for callers, and what callers get beyond them.</summary>
public sealed class CallerReserveTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Valid = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(93);

    [Theory]
    [InlineData(200, null, 10, 100)]
    [InlineData(60, null, 3, 30)]
    [InlineData(10, null, 2, 5)]
    [InlineData(2, null, 2, 2)]
    [InlineData(1, null, 1, 1)]
    [InlineData(200, 0, 0, 100)]
    [InlineData(200, 40, 40, 100)]
    [InlineData(200, 150, 150, 150)]
    [InlineData(200, 900, 200, 200)]
    public void Reserve_OfACarrier_IsAShareOrWhatIsConfigured(int channels, int? reserved, int kept, int most) =>
        Assert.Equal(new CallerReserve(kept, most), CallerReserve.Of(channels, reserved));

    /// <summary>One dialer and one node's callers, one after the other.</summary>
    [Theory]
    // The reserve is free at once, though the dialer has all the rest.
    [InlineData("dialer 0 = 190; callers 0 2 = 2")]
    [InlineData("dialer 190 = 190; callers 0 10 = 10")]
    // Beyond it callers wait until the dialer has given up as much; what it calls on stays charged.
    [InlineData("dialer 0 = 190; callers 0 16 = 10; dialer 0 = 184; callers 10 16 = 16")]
    [InlineData("dialer 0 = 190; callers 0 16 = 10; dialer 188 = 184; callers 10 16 = 12; dialer 184 = 184; callers 12 16 = 16")]
    // Never more than half; the rest is for those who are called.
    [InlineData("dialer 0 = 190; callers 0 400 = 10; dialer 0 = 100; callers 10 400 = 100")]
    // What they give back goes to the dialer.
    [InlineData("dialer 0 = 190; callers 0 16 = 10; dialer 0 = 184; callers 16 16 = 16; callers 0 0 = 0; dialer 0 = 190")]
    // Held lines are held, whatever was granted.
    [InlineData("callers 30 30 = 30; dialer 0 = 170")]
    // With nobody to be called, they have their half.
    [InlineData("callers 0 20 = 20; callers 20 120 = 100")]
    public void Lines_AskedForInTurn_AreThese(string story)
    {
        var book = new LeaseBook(200, 50, Valid, LongestCall, CallerReserve.Of(200, null));
        foreach (var step in story.Split("; "))
        {
            var words = step.Split(' ');
            var numbers = words
                .Where(word => char.IsAsciiDigit(word[0]))
                .Select(word => int.Parse(word, CultureInfo.InvariantCulture))
                .ToArray();
            var got =
                words[0] == "dialer" ? book.Grant("d", numbers[0], Start).Channels : book.GrantCallers("n", numbers[0], numbers[1], Start);
            Assert.True(numbers[^1] == got, $"{step}: it is {got}");
        }
    }

    [Fact]
    public void Callers_OfANodeThatIsSilent_StayChargedForALongestCall()
    {
        var book = new LeaseBook(200, 50, Valid, LongestCall, CallerReserve.Of(200, null));
        Assert.Equal(40, book.GrantCallers("n", 40, 40, Start));
        Assert.Equal(160, book.Grant("d", 0, Start).Channels);

        var silent = Start + Valid;
        Assert.Equal(150, book.Grant("d", 0, silent).Channels);
        Assert.Equal(150, book.Grant("d", 0, silent + LongestCall - TimeSpan.FromTicks(1)).Channels);
        Assert.Equal(190, book.Grant("d", 0, silent + LongestCall).Channels);
    }

    [Fact]
    public void Callers_OfANodeThatWasOnlyLate_AreNotChargedTwice()
    {
        var book = new LeaseBook(200, 50, Valid, LongestCall, CallerReserve.Of(200, null));
        book.GrantCallers("n", 40, 40, Start);
        Assert.Equal(40, book.GrantCallers("n", 40, 40, Start + TimeSpan.FromSeconds(20)));
        Assert.Equal(160, book.Grant("d", 0, Start + TimeSpan.FromSeconds(20)).Channels);
    }

    [Fact]
    public void Callers_WhereTheLineIsOff_AreKeptNothing()
    {
        var book = new LeaseBook(200, 50, Valid, LongestCall);
        Assert.Equal(200, book.Grant("d", 0, Start).Channels);
        Assert.Equal(0, book.GrantCallers("n", 0, 2, Start));
        Assert.Equal(200, book.Grant("d", 0, Start).Channels);
    }

    /// <summary>Dialers that call as much as they may and callers that hold what they may, in any order: never more than there are, and callers always find their reserve.</summary>
    [Fact]
    public void Lines_AnyHistory_AreNeverMoreThanThereAre() =>
        Gen.Select(Gen.Int[4, 60], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 60]).Array[1, 80])
            .Sample(
                (channels, steps) =>
                {
                    var reserve = CallerReserve.Of(channels, null);
                    var book = new LeaseBook(channels, 50, TimeSpan.FromHours(1), LongestCall, reserve);
                    var (calls, shares, held) = (new int[2], new int[2], new int[2]);
                    foreach (var (who, what) in steps)
                    {
                        var i = who % 2;
                        if (who < 2)
                        {
                            calls[i] = Math.Min(calls[i], what);
                            shares[i] = book.Grant($"d{i}", calls[i], Start).Channels;
                            calls[i] = Math.Max(calls[i], Math.Min(what, shares[i]));
                        }
                        else
                        {
                            held[i] = Math.Min(held[i], what);
                            var allowed = book.GrantCallers($"n{i}", held[i], Math.Max(held[i], what), Start);
                            Assert.True(held.Sum() - held[i] > 0 || allowed >= Math.Min(Math.Max(held[i], what), reserve.Kept));
                            held[i] = Math.Max(held[i], Math.Min(what, allowed));
                        }

                        Assert.InRange(calls.Sum() + held.Sum(), 0, channels);
                        Assert.InRange(held.Sum(), 0, reserve.Most);
                    }
                },
                iter: 3_000
            );
}
