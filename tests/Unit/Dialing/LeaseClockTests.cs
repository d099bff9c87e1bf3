using Burgernet.Grains.Dialing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class LeaseClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Now_OfADatabaseThatWasNeverAsked_IsTheWallClock()
    {
        var time = new FakeTimeProvider(Start);
        var clock = new LeaseClock(time);
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(time.GetUtcNow(), clock.Now);
    }

    [Fact]
    public void Now_AfterTheWallClockStepped_GoesOnAsItWent()
    {
        var time = new SteppedWall();
        var clock = new LeaseClock(time);
        clock.Set(Start, time.GetTimestamp());
        time.Advance(TimeSpan.FromSeconds(3));
        time.Step = TimeSpan.FromHours(1);
        Assert.Equal(Start + TimeSpan.FromSeconds(3603), time.GetUtcNow());
        Assert.Equal(Start + TimeSpan.FromSeconds(3), clock.Now);
    }

    /// <summary>What one node stored and another takes up is over at one moment for both, however far their wall clocks are apart.</summary>
    [Theory]
    [InlineData(6)]
    [InlineData(-6)]
    [InlineData(3600)]
    public void Now_OfNodesWhoseClocksAreApart_IsTheSame(int seconds)
    {
        var here = new FakeTimeProvider(Start);
        var there = new FakeTimeProvider(Start + TimeSpan.FromSeconds(seconds));
        var (one, other) = (new LeaseClock(here), new LeaseClock(there));
        one.Set(Start, here.GetTimestamp());
        other.Set(Start, there.GetTimestamp());
        here.Advance(TimeSpan.FromSeconds(4));
        there.Advance(TimeSpan.FromSeconds(4));

        var given = new LeaseBook(60, 40, CarrierGrain.LeaseTime, TimeSpan.FromMinutes(2));
        given.Grant("living", 20, one.Now);
        var taken = new LeaseBook(60, 40, CarrierGrain.LeaseTime, TimeSpan.FromMinutes(2));
        foreach (var lease in given.ToStored(""))
        {
            taken.Restore(lease, other.Now);
        }

        Assert.Equal("living", Assert.Single(taken.Dialers));
        Assert.Equal(0, taken.Grant("another", 0, other.Now).Channels);
    }

    /// <summary>A machine whose wall clock and monotonic clock part.</summary>
    private sealed class SteppedWall : TimeProvider
    {
        private TimeSpan _passed;

        public TimeSpan Step { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _passed.Ticks;

        public override DateTimeOffset GetUtcNow() => Start + _passed + Step;

        public void Advance(TimeSpan by) => _passed += by;
    }
}
