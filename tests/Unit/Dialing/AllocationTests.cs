using Burgernet.Grains.Dialing;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class AllocationTests
{
    [Theory]
    [InlineData(new[] { 10, 10 }, 10, new[] { 5, 5 })]
    [InlineData(new[] { 10, 10 }, 11, new[] { 6, 5 })]
    [InlineData(new[] { 2, 10, 10 }, 12, new[] { 2, 5, 5 })]
    [InlineData(new[] { 0, 3 }, 10, new[] { 0, 3 })]
    [InlineData(new[] { -4, 3 }, 2, new[] { 0, 2 })]
    [InlineData(new int[0], 5, new int[0])]
    public void Share_SmallCases_AreFair(int[] demand, int capacity, int[] expected) =>
        Assert.Equal(expected, Allocation.Share(demand, capacity));

    [Fact]
    public void Share_AnyDemand_IsWithinCapacityFairAndLeavesNothing() =>
        Gen.Select(Gen.Int[0, 50].Array[0, 12], Gen.Int[0, 200])
            .Sample(
                (demand, capacity) =>
                {
                    var share = Allocation.Share(demand, capacity);
                    Assert.Equal(Math.Min(capacity, demand.Sum()), share.Sum());
                    var most = share.Append(0).Max();
                    for (var i = 0; i < demand.Length; i++)
                    {
                        Assert.InRange(share[i], 0, demand[i]);
                        Assert.True(share[i] == demand[i] || share[i] >= most - 1, "who gets less than it asks gets about as much as any");
                    }
                }
            );
}
