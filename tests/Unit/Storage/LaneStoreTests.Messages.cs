using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>Several messages of one action.</summary>
public abstract partial class LaneStoreTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(0, 40).Select(StoreBench.Person)];

    [Fact]
    public async Task Messages_OfOnePerson_AreDeliveriesOfTheirOwn()
    {
        await Store.Store(Store.Step() with { Deliveries = [StoreBench.Delivery(3, 1)] });
        await Store.Store(
            Store.Step() with
            {
                Deliveries =
                [
                    StoreBench.Delivery(3, 1, message: 2),
                    StoreBench.Delivery(4, 0, message: 2),
                    StoreBench.Delivery(3, 1, message: 3),
                ],
            }
        );
        var claimed = await Claim(StoreBench.Claim(3, Guid.NewGuid()), StoreBench.Claim(3, Nonce, message: 2));
        Assert.Equal(2, claimed.Granted.Count);
        await Store.Store(
            Store.Step() with
            {
                Attempts = [StoreBench.Ended(3, 1, CallEnd.RingLimit, 0), StoreBench.Ended(3, 1, CallEnd.Rejected, 486, message: 2)],
                Results = [new ResultRow(StoreBench.Person(3), 1, DeliveryResult.NoAnswer, true, StoreBench.At)],
            }
        );

        var lane = await Store.Lanes.Load(StoreBench.Action(1), 0);
        Assert.Equal(
            [(3, 1), (3, 2), (4, 2), (3, 3)],
            lane.Deliveries.Select(row => (Array.FindIndex(People, id => id == row.ParticipantId), row.Message))
        );
        Assert.Equal([1, 1, 0, 0], lane.Deliveries.Select(row => row.Tries));
        Assert.Equal(
            [DeliveryResult.NoAnswer, DeliveryResult.None, DeliveryResult.None, DeliveryResult.None],
            lane.Deliveries.Select(row => row.Result)
        );
        Assert.Equal((CallEnd.Rejected, Nonce), (lane.Deliveries[1].End, lane.Deliveries[1].Nonce));

        var first = await Store.Lanes.ReadDeliveries(StoreBench.Action(1), null, 2);
        var rest = await Store.Lanes.ReadDeliveries(StoreBench.Action(1), first.Next, 2);
        Assert.Equal([(0, 2), (1, 1), (1, 2), (1, 3)], first.Deliveries.Concat(rest.Deliveries).Select(row => (row.Band, row.Message)));
        Assert.Null(rest.Next);
    }

    [Fact]
    public async Task CountDeliveries_SeveralMessages_CountsPeopleResultsAndWhoHasNoOutcome()
    {
        await Store.Store(Store.Step() with { Deliveries = [.. Enumerable.Range(1, 6).Select(person => StoreBench.Delivery(person))] });
        await Claim(StoreBench.Claim(3, Guid.NewGuid()));
        await Store.Store(
            Store.Step() with
            {
                // 1 heard it; 2 was never reached; 3 is being called and it rang; 4 waits; of 5 nobody knows; 6 heard it and has the outcome.
                Attempts = [new AttemptRow(StoreBench.Person(3), 1, 1, null, StoreBench.At, null, CallEnd.None, 0, "", 0)],
                Results =
                [
                    new ResultRow(StoreBench.Person(1), 1, DeliveryResult.Heard, true, StoreBench.At),
                    new ResultRow(StoreBench.Person(2), 1, DeliveryResult.Busy, false, StoreBench.At),
                    new ResultRow(StoreBench.Person(5), 1, DeliveryResult.Unknown, false, StoreBench.At),
                    new ResultRow(StoreBench.Person(6), 1, DeliveryResult.Heard, true, StoreBench.At),
                ],
                Deliveries = [StoreBench.Delivery(6, message: 2)],
            }
        );

        var with = await Store.Lanes.CountDeliveries(StoreBench.Action(1), 2);
        Assert.Equal((6, 4, 4, 7), (with.People, with.Contacted, with.WithoutOutcome, with.Deliveries));
        Assert.Equal(
            (2, 1, 1, 3),
            (
                with.Results[DeliveryResult.Heard],
                with.Results[DeliveryResult.Busy],
                with.Results[DeliveryResult.Unknown],
                with.Results[DeliveryResult.None]
            )
        );
        Assert.Equal(5, (await Store.Lanes.CountDeliveries(StoreBench.Action(1), null)).WithoutOutcome);

        var nothing = await Store.Lanes.CountDeliveries(StoreBench.Action(9), null);
        Assert.Equal(
            (0, 0, 0, 0, 0),
            (nothing.People, nothing.Contacted, nothing.WithoutOutcome, nothing.Deliveries, nothing.Results.Count)
        );
    }

    [Theory]
    [InlineData(ActionStatus.Outcome, true)]
    [InlineData(ActionStatus.Closed, true)]
    [InlineData(ActionStatus.Paused, false)]
    [InlineData(ActionStatus.Archived, false)]
    public async Task Claim_InAState_IsGrantedWhereItCalls(ActionStatus status, bool granted)
    {
        await Store.Sql("update action set status = $1", System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString()));
        Assert.Equal(granted ? 1 : 0, (await Claim(StoreBench.Claim(3, Nonce, message: 2))).Granted.Count);
    }
}
