using Burgernet.Sip.Media;
using Xunit;

namespace Burgernet.Tests.Unit.Media;

/// <summary>Symmetric RTP, RFC 4961.</summary>
public sealed class SourceLatchTests
{
    private static readonly RtpAddress Signalled = new(0x0a000001, 4_000);
    private static readonly RtpAddress Nat = new(0xC0000201, 61_000);
    private static readonly RtpAddress Third = new(0xC0000202, 5_000);

    private SourceLatch _latch;

    [Fact]
    public void FirstSource_BecomesTheTarget()
    {
        _latch.Aim(Signalled, 0);
        Assert.Equal(Signalled, _latch.Target);
        Assert.True(_latch.Accept(Nat, 10));
        Assert.Equal(Nat, _latch.Target);
    }

    [Fact]
    public void ThirdSource_IsRefused()
    {
        _latch.Aim(Signalled, 0);
        _latch.Accept(Nat, 10);
        Assert.False(_latch.Accept(Third, 20));
        Assert.Equal(Nat, _latch.Target);
    }

    [Fact]
    public void SignalledSource_OutranksTheFirst()
    {
        _latch.Aim(Signalled, 0);
        _latch.Accept(Third, 10);
        Assert.True(_latch.Accept(Signalled, 20));
        Assert.False(_latch.Accept(Third, 30));
        Assert.Equal(Signalled, _latch.Target);
    }

    [Fact]
    public void SameDescriptionAgain_KeepsTheSource()
    {
        _latch.Aim(Signalled, 0);
        _latch.Accept(Nat, 10);
        _latch.Aim(Signalled, 20);
        Assert.Equal(Nat, _latch.Target);
    }

    [Fact]
    public void ChangedDescription_IsNotUndoneByPacketsUnderWay()
    {
        _latch.Aim(Signalled, 0);
        _latch.Accept(Nat, 10);
        _latch.Aim(Third, 1_000);
        Assert.False(_latch.Accept(Nat, 1_020));
        Assert.Equal(Third, _latch.Target);
    }

    [Fact]
    public void ChangedDescription_OfAPeerThatStaysWhereItWas_IsFollowedAfterAWhile()
    {
        _latch.Aim(Signalled, 0);
        _latch.Accept(Nat, 10);
        _latch.Aim(Third, 1_000);
        Assert.True(_latch.Accept(Nat, 1_500));
        Assert.Equal(Nat, _latch.Target);
    }
}
