using Burgernet.Sip.Threading;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

public sealed class IndexStackTests
{
    [Fact]
    public void Pop_TakesEachIndexOnceAndTheLastGivenBackFirst()
    {
        var stack = new IndexStack(3);
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(_ => stack.TryPop(out var index) ? index : -1));
        Assert.False(stack.TryPop(out _));

        stack.Push(1);
        stack.Push(0);
        Assert.True(stack.TryPop(out var first));
        Assert.Equal(0, first);
        Assert.True(stack.TryPop(out var second));
        Assert.Equal(1, second);
        Assert.False(stack.TryPop(out _));
        Assert.False(new IndexStack(0).TryPop(out _));
    }

    [Fact]
    public void Pop_ByManyThreads_NeverGivesOneIndexToTwo()
    {
        var stack = new IndexStack(8);
        var holders = new int[8];
        Parallel.For(
            0,
            4,
            _ =>
            {
                for (var i = 0; i < 50_000; i++)
                {
                    if (stack.TryPop(out var index))
                    {
                        Assert.Equal(1, Interlocked.Increment(ref holders[index]));
                        Interlocked.Decrement(ref holders[index]);
                        stack.Push(index);
                    }
                }
            }
        );

        Assert.Equal(Enumerable.Range(0, 8), Enumerable.Range(0, 8).Select(_ => stack.TryPop(out var index) ? index : -1).Order());
    }
}
