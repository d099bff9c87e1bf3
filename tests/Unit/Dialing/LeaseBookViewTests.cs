using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>What operators are shown of a carrier's shares.</summary>
public sealed class LeaseBookViewTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Valid = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(90);

    private readonly LeaseBook _book = new(20, 10, Valid, LongestCall);

    [Fact]
    public void View_NobodyYet_IsEmpty()
    {
        var view = _book.View(Start);
        Assert.Empty(view.Leases);
        Assert.Empty(view.Charges);
    }

    [Fact]
    public void View_Shares_AreThoseThatWereGivenLast()
    {
        _book.Grant("a", 0, Start);
        _book.Grant("b", 0, Start);
        _book.Grant("a", 12, Start);
        _book.Grant("b", 1, Start);

        // The second gets what the first has left, until calls of that end.
        Assert.Equal(
            [new DialerLease("a", 10, 5, 12), new DialerLease("b", 8, 5, 1)],
            _book.View(Start).Leases.OrderBy(lease => lease.Dialer, StringComparer.Ordinal)
        );
    }

    [Fact]
    public void View_DialerThatWentWithoutAWord_IsChargedWithItsShareAndThenWithItsClaims()
    {
        _book.Grant("a", 3, Start);
        _book.Expire(Start + Valid);

        var view = _book.View(Start + Valid);
        Assert.Empty(view.Leases);
        Assert.Equal([new DialerCharge("a", 20, Start + Valid + LongestCall)], view.Charges);

        _book.ChargeClaims("a", [Start.AddSeconds(40), Start.AddSeconds(60), Start.AddSeconds(50)]);
        Assert.Equal([new DialerCharge("a", 3, Start.AddSeconds(60))], _book.View(Start.AddSeconds(10)).Charges);
    }

    [Fact]
    public void View_ChargesThatAreOver_AreLeftOutOneByOne()
    {
        _book.Charge("a", Start.AddSeconds(40));
        _book.Charge("a", Start.AddSeconds(60));
        Assert.Equal([new DialerCharge("a", 2, Start.AddSeconds(60))], _book.View(Start.AddSeconds(39)).Charges);
        Assert.Equal([new DialerCharge("a", 1, Start.AddSeconds(60))], _book.View(Start.AddSeconds(40)).Charges);
        Assert.Empty(_book.View(Start.AddSeconds(60)).Charges);
    }

    [Fact]
    public void View_DialerThatLeftPolitely_IsGone()
    {
        _book.Grant("a", 0, Start);
        _book.Release("a", Start);
        var view = _book.View(Start);
        Assert.Empty(view.Leases);
        Assert.Empty(view.Charges);
    }

    [Fact]
    public void View_DialerThatWasOnlyLate_IsNotChargedAnyMore()
    {
        _book.Grant("a", 3, Start);
        _book.Expire(Start + Valid);
        _book.Grant("a", 3, Start + Valid);
        Assert.Empty(_book.View(Start + Valid).Charges);
        Assert.Equal([new DialerLease("a", 20, 10, 3)], _book.View(Start + Valid).Leases);
    }

    [Fact]
    public void View_CallersOfANodeThatWent_AreChargedUnderItsName()
    {
        var book = new LeaseBook(20, 10, Valid, LongestCall, new CallerReserve(2, 5));
        book.GrantCallers("node", 2, 3, Start);
        book.Expire(Start + Valid);
        Assert.Equal([new DialerCharge("callers|node", 3, Start + Valid + LongestCall)], book.View(Start + Valid).Charges);
    }
}
