using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class LaneUnreadableTests
{
    [Fact]
    public void Withhold_OneNumberDoesNotOpen_TheOthersAreDialledAndItHasItsResult()
    {
        var bench = new LaneBench();
        bench.Add(0, 1, 2, 3);
        var taken = bench.Book.Take(10, int.MaxValue, bench.Now);
        bench.Store.Apply(bench.Ledger.Claim(taken, LaneBench.Request(10), bench.Now));
        ClaimedNumber[] opened = [new(LaneBench.Person(1), "+31"), new(LaneBench.Person(3), "+31")];

        bench.Store.Apply(bench.Ledger.Withhold(taken, opened, bench.Now));

        Assert.Equal(2, bench.Ledger.Orders(taken, opened).Length);
        Assert.Equal(1, bench.Totals.Results[DeliveryResult.NotAttemptedUnreadable]);
        Assert.Equal(2, bench.Totals.UnderWay);
        Assert.Null(bench.Ledger.Withhold(taken, opened, bench.Now));
        bench.Crash();
        Assert.Equal(1, bench.Totals.Results[DeliveryResult.NotAttemptedUnreadable]);
    }
}
