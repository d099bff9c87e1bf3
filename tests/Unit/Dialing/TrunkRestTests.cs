using Burgernet.Grains.Dialing;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class TrunkRestTests
{
    private static readonly Guid One = new(1, 0, 0, new byte[8]);
    private static readonly Guid Two = new(2, 0, 0, new byte[8]);

    [Fact]
    public void MayStart_Taking_IsAll() => Assert.Equal(40, TrunkRest.None.MayStart(40, Seconds(5)));

    [Fact]
    public void After_Failure_RestsThenOneCallTriesAndThenAllFollow()
    {
        var rest = TrunkRest.None.After(TrunkSign.Fails, One, TimeSpan.Zero, Seconds(10));
        Assert.Equal(TrunkPhase.Resting, rest.Phase);
        Assert.Equal(0, rest.MayStart(40, Seconds(10.999)));
        Assert.Equal(1, rest.MayStart(40, Seconds(11)));
        Assert.Equal(0, rest.MayStart(0, Seconds(11)));

        rest = rest.Started(Two, Seconds(11));
        Assert.Equal(TrunkPhase.Trying, rest.Phase);
        Assert.Equal(0, rest.MayStart(40, Seconds(60)));
        Assert.Equal(TrunkRest.None, rest.After(TrunkSign.Works, Two, TimeSpan.Zero, Seconds(12)));
    }

    [Fact]
    public void After_TrialFailsAgainAndAgain_RestsTwiceAsLongEachTimeUpToTheLongest()
    {
        var (rest, now) = (TrunkRest.None, Seconds(0));
        var waits = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            rest = rest.Started(One, now).After(TrunkSign.Fails, One, TimeSpan.Zero, now);
            waits.Add((rest.Until - now).TotalSeconds);
            now = rest.Until;
        }

        Assert.Equal([1, 2, 4, 8, 16, 30, 30, 30], waits);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(7, 7)]
    [InlineData(30, 30)]
    [InlineData(500, 30)]
    public void After_CarrierAsksForARest_GetsItWithinReason(double asked, double seconds) =>
        Assert.Equal(Seconds(seconds), TrunkRest.None.After(TrunkSign.Fails, One, Seconds(asked), Seconds(0)).Until);

    [Fact]
    public void After_OlderCallsFailDuringTheRest_CountOnceAndOnlyLengthenWhatIsAskedFor()
    {
        var rest = TrunkRest.None.After(TrunkSign.Fails, One, TimeSpan.Zero, Seconds(0));
        Assert.Equal(rest, rest.After(TrunkSign.Fails, Two, TimeSpan.Zero, Seconds(0.9)));
        var asked = rest.After(TrunkSign.Fails, Two, Seconds(9), Seconds(0.5));
        Assert.Equal(Seconds(9.5), asked.Until);
        Assert.Equal(1, asked.Failures);
        Assert.Equal(asked, asked.After(TrunkSign.Fails, Two, Seconds(2), Seconds(0.6)));
    }

    [Fact]
    public void After_OlderCallsRing_EndNeitherRestNorTrial()
    {
        var rest = TrunkRest.None.After(TrunkSign.Fails, One, TimeSpan.Zero, Seconds(0));
        Assert.Equal(rest, rest.After(TrunkSign.Works, Two, TimeSpan.Zero, Seconds(0.5)));
        var trying = rest.Started(Two, Seconds(1));
        Assert.Equal(trying, trying.After(TrunkSign.Works, One, TimeSpan.Zero, Seconds(2)));
        Assert.Equal(trying, trying.After(TrunkSign.Fails, One, TimeSpan.Zero, Seconds(2)));
    }

    [Theory]
    [InlineData(TrunkSign.Untried)]
    [InlineData(TrunkSign.Full)]
    public void After_TrialNeverLeft_AnotherMayTryAtOnce(object sign)
    {
        var trying = TrunkRest.None.After(TrunkSign.Fails, One, TimeSpan.Zero, Seconds(0)).Started(Two, Seconds(1));
        var again = trying.After((TrunkSign)sign, Two, TimeSpan.Zero, Seconds(1.5));
        Assert.Equal(1, again.MayStart(9, Seconds(1.5)));
        Assert.Equal(1, again.Failures);
    }

    [Fact]
    public void After_AnyHistory_NeverMoreThanOneCallWithoutAProof() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 5], Gen.Int[0, 40])
            .Array[1, 80]
            .Sample(steps =>
            {
                var (rest, now, proven) = (TrunkRest.None, TimeSpan.Zero, true);
                var unproven = 0;
                for (var i = 0; i < steps.Length; i++)
                {
                    var (what, gap, asked) = steps[i];
                    now += Seconds(gap);
                    var call = new Guid(i + 10, 0, 0, new byte[8]);
                    if (what == 0)
                    {
                        if (rest.MayStart(1, now) > 0)
                        {
                            rest = rest.Started(call, now);
                            unproven += proven ? 0 : 1;
                        }
                    }
                    else
                    {
                        var subject = what < 3 && rest.Phase == TrunkPhase.Trying ? rest.Trial : call;
                        var sign = what % 2 == 1 ? TrunkSign.Fails : TrunkSign.Works;
                        var before = rest;
                        rest = rest.After(sign, subject, Seconds(asked), now);
                        proven = rest.Phase == TrunkPhase.Taking;
                        unproven = before.Phase == TrunkPhase.Trying && rest.Phase != TrunkPhase.Trying ? 0 : unproven;
                    }

                    Assert.InRange(unproven, 0, 1);
                    Assert.InRange((rest.Until - now).TotalSeconds, double.NegativeInfinity, RestPolicy.Longest.TotalSeconds);
                }
            });

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
