using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Actions;

public sealed class ClosePolicyTests
{
    [Theory]
    [InlineData(ActionStatus.Outcome, 3, 0, null, null)]
    [InlineData(ActionStatus.Outcome, 3, 2, ActionProblemCode.OutcomeMissing, 2.0)]
    [InlineData(ActionStatus.Outcome, 0, 0, null, null)]
    [InlineData(ActionStatus.Active, 3, 3, ActionProblemCode.OutcomeMissing, 3.0)]
    [InlineData(ActionStatus.Paused, 3, 3, ActionProblemCode.OutcomeMissing, 3.0)]
    [InlineData(ActionStatus.Active, 0, 0, ActionProblemCode.NotInThisState, null)]
    [InlineData(ActionStatus.Stopped, 3, 0, ActionProblemCode.OutcomeMissing, 3.0)]
    [InlineData(ActionStatus.Stopped, 0, 0, null, null)]
    public void Problem_StateAndWhoWasTold_SaysWhyNot(
        ActionStatus status,
        int contacted,
        int without,
        ActionProblemCode? code,
        double? value
    )
    {
        var problem = ClosePolicy.Problem(status, Counts(contacted, without), [Lane(6, 8)]);
        Assert.Equal((code, value), (problem?.Code, problem?.Value));
    }

    [Theory]
    [InlineData(5, 8)]
    [InlineData(6, 7)]
    public void Problem_LanesThatHoldSomethingElse_IsNotReconciled(int people, int deliveries) =>
        Assert.Equal(
            ActionProblemCode.NotReconciled,
            ClosePolicy.Problem(ActionStatus.Outcome, Counts(3, 0), [Lane(people, deliveries)])?.Code
        );

    [Fact]
    public void Problem_ResultThatIsNone_IsNotReconciled()
    {
        var counts = Counts(3, 0) with { Results = new Dictionary<DeliveryResult, int> { [(DeliveryResult)99] = 8 } };
        Assert.Equal(ActionProblemCode.NotReconciled, ClosePolicy.Problem(ActionStatus.Outcome, counts, [Lane(6, 8)])?.Code);
    }

    private static DeliveryCounts Counts(int contacted, int without) =>
        new(6, contacted, without, 8, new Dictionary<DeliveryResult, int> { [DeliveryResult.Heard] = 6, [DeliveryResult.None] = 2 });

    private static LaneTotals Lane(int people, int deliveries) =>
        new()
        {
            Lane = 0,
            Version = 1,
            Selected = people,
            Waiting = 0,
            UnderWay = 0,
            Contacted = 0,
            Results = new Dictionary<DeliveryResult, int>(),
            LowestUndialledBand = int.MaxValue,
            Deliveries = deliveries,
        };
}
