using Burgernet.Actions;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class UrgencyTests
{
    private const int Plenty = 1_000_000;

    private static readonly Gen<Urgency> GenUrgency = Gen.Int[0, 2].Select(rank => (Urgency)rank);

    private static readonly Gen<StartDemand[]> GenDemand = Gen.Select(GenUrgency, Gen.Int[0, 30])
        .Array[0, 9]
        .Select(actions => actions.Select((action, i) => new StartDemand(Id(i), action.Item1, action.Item2)).ToArray());

    /// <summary>A balance after any history.</summary>
    private static readonly Gen<StartBalance> GenBalance = Gen.Select(GenDemand, Gen.Int[0, 60])
        .Array[0, 12]
        .Select(steps => steps.Aggregate(StartBalance.Fresh, (balance, step) => Allocation.Share(step.Item1, step.Item2, balance).Balance));

    [Theory]
    [InlineData(ActionKind.MissingChild, Urgency.Urgent)]
    [InlineData(ActionKind.MissingPerson, Urgency.Urgent)]
    [InlineData(ActionKind.Robbery, Urgency.Urgent)]
    [InlineData(ActionKind.Violence, Urgency.Urgent)]
    [InlineData(ActionKind.Disaster, Urgency.Urgent)]
    [InlineData(ActionKind.Theft, Urgency.Normal)]
    [InlineData(ActionKind.StreetRobbery, Urgency.Normal)]
    [InlineData(ActionKind.BagSnatching, Urgency.Normal)]
    [InlineData(ActionKind.HitAndRun, Urgency.Normal)]
    [InlineData(ActionKind.Burglary, Urgency.Normal)]
    [InlineData(ActionKind.Swindle, Urgency.Normal)]
    [InlineData(ActionKind.WitnessCall, Urgency.Low)]
    [InlineData(ActionKind.Prevention, Urgency.Low)]
    public void Of_Kind_IsItsUrgency(ActionKind kind, Urgency expected) => Assert.Equal(expected, UrgencyPolicy.Of(kind));

    [Theory]
    [InlineData(Plenty, 0, 0, 10, 10, 0, 0)]
    [InlineData(0, 7, 0, 10, 0, 7, 0)]
    [InlineData(Plenty, Plenty, 0, 19, 19, 0, 0)]
    [InlineData(Plenty, Plenty, 0, 20, 19, 1, 0)]
    [InlineData(Plenty, Plenty, 0, 200, 190, 10, 0)]
    [InlineData(Plenty, 0, Plenty, 200, 190, 0, 10)]
    [InlineData(0, Plenty, Plenty, 200, 0, 190, 10)]
    [InlineData(Plenty, Plenty, Plenty, 400, 380, 19, 1)]
    [InlineData(5, Plenty, Plenty, 25, 5, 19, 1)]
    [InlineData(3, 2, 1, 100, 3, 2, 1)]
    public void Share_Ranks_HigherGetsAllButOneInTwenty(int urgent, int normal, int low, int starts, int toUrgent, int toNormal, int toLow)
    {
        var demand = new[]
        {
            new StartDemand(Id(1), Urgency.Low, low),
            new StartDemand(Id(2), Urgency.Urgent, urgent),
            new StartDemand(Id(3), Urgency.Normal, normal),
        };

        Assert.Equal([toLow, toUrgent, toNormal], Allocation.Share(demand, starts, StartBalance.Fresh).Shares);
    }

    [Fact]
    public void Share_LowerServedWhileUrgentHadNothingReady_IsPaidBack()
    {
        var nothingReady = new[] { new StartDemand(Id(1), Urgency.Urgent, 0), new StartDemand(Id(2), Urgency.Normal, Plenty) };
        var ready = new[] { new StartDemand(Id(1), Urgency.Urgent, Plenty), new StartDemand(Id(2), Urgency.Normal, Plenty) };

        var (first, balance) = Allocation.Share(nothingReady, 8, StartBalance.Fresh);
        Assert.Equal([0, 8], first);
        var (second, _) = Allocation.Share(ready, 500, balance);
        Assert.Equal(500 - 17, second[0]);
    }

    [Fact]
    public void Share_LowerServedBeforeAnyUrgentWasThere_OwesNothing()
    {
        var alone = new[] { new StartDemand(Id(2), Urgency.Normal, Plenty) };
        var both = new[] { new StartDemand(Id(1), Urgency.Urgent, Plenty), new StartDemand(Id(2), Urgency.Normal, Plenty) };

        var balance = Allocation.Share(alone, 5_000, StartBalance.Fresh).Balance;
        Assert.Equal([19, 1], Allocation.Share(both, 20, balance).Shares);
    }

    [Fact]
    public void DidNot_StartsThatWereNotThere_ChangeNothingInTheLongRun()
    {
        var both = new[] { new StartDemand(Id(1), Urgency.Urgent, Plenty), new StartDemand(Id(2), Urgency.Normal, Plenty) };
        var balance = Allocation.Share(both, 10, StartBalance.Fresh).Balance.DidNot(Urgency.Urgent, 10);
        Assert.Equal([19, 1], Allocation.Share(both, 20, balance).Shares);

        balance = Allocation.Share(both, 20, StartBalance.Fresh).Balance.DidNot(Urgency.Normal, 1);
        Assert.Equal([0, 1], Allocation.Share(both, 1, balance).Shares);
    }

    [Fact]
    public void Share_AnyDemand_IsWithinLimitsAndLeavesNothing() =>
        Gen.Select(GenDemand, Gen.Int[0, 200], GenBalance)
            .Sample(
                (demand, starts, balance) =>
                {
                    var (shares, _) = Allocation.Share(demand, starts, balance);
                    Assert.Equal(Math.Min(starts, demand.Sum(action => action.Due)), shares.Sum());
                    Assert.All(shares.Zip(demand), pair => Assert.InRange(pair.First, 0, pair.Second.Due));
                }
            );

    [Fact]
    public void Share_SameActionsInAnyOrder_GetTheSame() =>
        Gen.Select(GenDemand, Gen.Int[0, 200], GenBalance, Gen.Int[0, 100])
            .Sample(
                (demand, starts, balance, seed) =>
                {
                    var turned = demand.OrderBy(action => action.ActionId.GetHashCode() ^ seed).ToArray();
                    var (shares, after) = Allocation.Share(demand, starts, balance);
                    var (others, afterOthers) = Allocation.Share(turned, starts, balance);
                    Assert.Equal(
                        demand.Zip(shares).OrderBy(pair => pair.First.ActionId),
                        turned.Zip(others).OrderBy(pair => pair.First.ActionId)
                    );
                    Assert.Equal(after, afterOthers);
                }
            );

    [Fact]
    public void Share_InPartsOrAtOnce_IsTheSame() =>
        Gen.Select(GenUrgency.Array[1, 6], Gen.Int[0, 90], Gen.Int[0, 90], GenBalance)
            .Sample(
                (ranks, first, second, balance) =>
                {
                    var demand = ranks.Select((rank, i) => new StartDemand(Id(i), rank, Plenty)).ToArray();
                    var (one, between) = Allocation.Share(demand, first, balance);
                    var (two, parts) = Allocation.Share(demand, second, between);
                    var (whole, all) = Allocation.Share(demand, first + second, balance);
                    Assert.Equal(whole, one.Zip(two, (a, b) => a + b));
                    Assert.Equal(all, parts);
                }
            );

    [Fact]
    public void Share_AllAlwaysDue_HigherRankGetsAtLeastNineteenInTwentyFromTheFirstOn() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[1, 40].Array[1, 60])
            .Sample(
                (urgent, others, steps) =>
                {
                    var demand = Enumerable
                        .Range(0, urgent + others)
                        .Select(i => new StartDemand(Id(i), i < urgent ? Urgency.Urgent : Urgency.Normal, Plenty))
                        .ToArray();
                    var balance = StartBalance.Fresh;
                    var (toUrgent, toOthers) = (0, 0);
                    foreach (var starts in steps)
                    {
                        (var shares, balance) = Allocation.Share(demand, starts, balance);
                        toUrgent += shares.Take(urgent).Sum();
                        toOthers += shares.Skip(urgent).Sum();
                        Assert.Equal((toUrgent + toOthers) / Precedence.OneIn, toOthers);
                    }
                }
            );

    [Fact]
    public void Share_AfterAnyHistory_NobodyStarves() =>
        Gen.Select(GenUrgency.Array[2, 6], GenBalance)
            .Sample(
                (ranks, balance) =>
                {
                    var demand = ranks.Select((rank, i) => new StartDemand(Id(i), rank, Plenty)).ToArray();
                    var most = (Precedence.OneIn - 1) * (Precedence.MostOwed + 1) + 1;
                    var below = ranks.Max() - 1;
                    if (below >= Urgency.Low && ranks.Contains(below))
                    {
                        var (soon, _) = Allocation.Share(demand, most, balance);
                        Assert.True(soon.Where((_, i) => ranks[i] < ranks.Max()).Sum() > 0, "a rank below is served within its bound");
                    }

                    var (late, _) = Allocation.Share(demand, most * most * demand.Length, balance);
                    Assert.All(late, share => Assert.True(share > 0));
                },
                iter: 15
            );

    [Fact]
    public void Share_Equals_DifferByAtMostOne() =>
        Gen.Select(GenUrgency.Array[1, 8], Gen.Int[1, 500], GenBalance)
            .Sample(
                (ranks, starts, balance) =>
                {
                    var demand = ranks.Select((rank, i) => new StartDemand(Id(i), rank, Plenty)).ToArray();
                    var (shares, _) = Allocation.Share(demand, starts, balance);
                    foreach (var rank in ranks.Distinct())
                    {
                        var equals = shares.Where((_, i) => ranks[i] == rank).ToArray();
                        Assert.InRange(equals.Max() - equals.Min(), 0, 1);
                    }
                }
            );

    [Fact]
    public void Precedence_AnyHistory_StaysWithinItsBounds() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 300])
            .Array[0, 200]
            .Sample(steps =>
            {
                var precedence = Precedence.Fresh;
                foreach (var (what, starts) in steps)
                {
                    precedence = what switch
                    {
                        0 => precedence.HigherStarted(lowerWaits: true),
                        1 => precedence.HigherStarted(lowerWaits: false),
                        2 => precedence.LowerStarted(higherIsThere: true),
                        3 => precedence.LowerStarted(higherIsThere: false),
                        4 => precedence.HigherDidNot(starts),
                        _ => precedence.LowerDidNot(starts),
                    };
                    Assert.InRange(precedence.Ahead, 0, (Precedence.OneIn - 1) * (Precedence.MostOwed + 1));
                }
            });

    private static Guid Id(int number) => new(number * 7919 % 104_729, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]);
}
