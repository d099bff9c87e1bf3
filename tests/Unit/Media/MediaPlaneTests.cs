using Burgernet.Sip;
using Burgernet.Sip.Media;
using Burgernet.Sip.Threading;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Media;

public sealed class MediaPlaneTests
{
    [Fact]
    public void Port_AfterACall_RestsBeforeTheNext()
    {
        // How many of these are free is the machine's affair; each is used once.
        var (first, _) = MediaPorts.Next();
        using var plane = Plane(first, first + 19);
        var ports = new HashSet<int>();
        while (Open(plane, 0) is { } leg)
        {
            Assert.True(ports.Add(leg.Port), "a port was given twice");
            leg.Close([]);
        }

        Assert.Null(Open(plane, TimeSpan.TicksPerSecond));
        Assert.Contains(Open(plane, 3 * TimeSpan.TicksPerSecond)!.Port, ports);
    }

    [Fact]
    public void Ports_OfManyCallsInTurn_AreBoundOnlyWhereNoneHasRested()
    {
        var (first, last) = MediaPorts.Next();
        using var plane = Plane(first, last);
        for (var call = 0; call < 1_000; call++)
        {
            Open(plane, call * TimeSpan.TicksPerSecond / 5)!.Close([]);
        }

        // Five a second, each of which rests for two: not a hundred times that.
        Assert.InRange(plane.Meters.OpenPorts, 10, 15);
    }

    [Theory]
    [InlineData(100, 0, 1)]
    [InlineData(100_000, 0, 0)]
    [InlineData(100, 3, 3)]
    public void Threads_AreAsManyAsCallsNeedAndProcessorsAllow(int calls, int wanted, int expected) =>
        Assert.Equal(
            expected == 0 ? Environment.ProcessorCount : expected,
            MediaPlane.Threads(new SipEndpointOptions { MaxCalls = calls, MediaThreads = wanted })
        );

    [Fact]
    public void Ports_AreEven()
    {
        var (first, last) = MediaPorts.Next();
        using var plane = Plane(first + 1, last);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(0, Open(plane, 0)!.Port % 2);
        }
    }

    private static MediaPlane Plane(int first, int last) =>
        new(
            new SipEndpointOptions { FirstMediaPort = first, LastMediaPort = last },
            TimeProvider.System,
            new Random(Environment.ProcessId),
            new BoundedQueue<MediaNews>(64),
            () => { }
        );

    private static MediaLeg? Open(MediaPlane plane, long now) => plane.TryOpen(new MediaOwner(IsIncoming: false, 0, 0), now);
}
