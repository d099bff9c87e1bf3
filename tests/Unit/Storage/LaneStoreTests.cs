using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>What the lane store of every provider does.</summary>
public abstract partial class LaneStoreTests : StoreTests
{
    private static readonly Guid Nonce = StoreBench.Action(77);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Store.AddPeople(40);
        await Store.NewAction(1);
    }

    [Fact]
    public async Task Claim_ActiveParticipantCurrentEpoch_IsGrantedWithTheNumber()
    {
        var result = await Claim(StoreBench.Claim(3, Nonce));
        Assert.Equal(StoreBench.Phone(3), StoreBench.NumberOf(Assert.Single(result.Granted)));
        Assert.Empty(result.Refused);
    }

    [Fact]
    public async Task Claim_RepeatedWithTheSameNonce_IsGrantedAgainOnce()
    {
        await Claim(StoreBench.Claim(3, Nonce));
        Assert.Single((await Claim(StoreBench.Claim(3, Nonce))).Granted);
        Assert.Equal(1, await Store.Number("select count(*) from attempt"));
    }

    [Fact]
    public async Task Claim_AnotherNonceForTheSameAttempt_IsRefused()
    {
        await Claim(StoreBench.Claim(3, Nonce));
        var result = await Claim(StoreBench.Claim(3, Guid.NewGuid()));
        Assert.Equal(new RefusedClaim(StoreBench.Person(3), Inactive: false), Assert.Single(result.Refused));
        Assert.Empty(result.Granted);
        Assert.Equal(1, await Store.Number($"select count(*) from attempt where nonce = '{Nonce}'"));
    }

    [Theory]
    [InlineData("left")]
    [InlineData("suspended")]
    [InlineData("pending")]
    public async Task Claim_ParticipantNotActive_IsRefusedAsInactive(string status)
    {
        await Store.Sql("update participant set status = $1 where participant_id = $2", status, StoreBench.Person(3));
        var result = await Claim(StoreBench.Claim(3, Nonce));
        Assert.Equal(new RefusedClaim(StoreBench.Person(3), Inactive: true), Assert.Single(result.Refused));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Claim_AnotherEpoch_IsRefused(int epoch) =>
        Assert.Equal(
            new RefusedClaim(StoreBench.Person(3), Inactive: false),
            Assert.Single((await Claim(StoreBench.Claim(3, Nonce, epoch: epoch))).Refused)
        );

    [Fact]
    public async Task Claim_ActionStopped_IsRefused()
    {
        var state = ActionState.From(StoreBench.Action(1), await Store.Actions.ReadEvents(StoreBench.Action(1)));
        await Store.Append(state, ActionEventType.Stopped, new StoppedData(2, null));
        Assert.Single((await Claim(StoreBench.Claim(3, Nonce))).Refused);
        Assert.Single((await Claim(StoreBench.Claim(3, Nonce, epoch: 2))).Refused);
    }

    [Fact]
    public async Task Claim_ActionPausedAndResumed_IsGrantedInTheNewEpochOnly()
    {
        var state = ActionState.From(StoreBench.Action(1), await Store.Actions.ReadEvents(StoreBench.Action(1)));
        state = await Store.Append(state, ActionEventType.Paused, new PausedData(2, CallsUnderWay.Finish, null, StoreBench.At));
        Assert.Single((await Claim(StoreBench.Claim(3, Nonce))).Refused);
        Assert.Single((await Claim(StoreBench.Claim(3, Nonce, epoch: 2))).Refused);
        await Store.Append(state, ActionEventType.Resumed, new ResumedData(3, null));
        Assert.Single((await Claim(StoreBench.Claim(3, Nonce))).Refused);
        Assert.Single((await Claim(StoreBench.Claim(3, Nonce, epoch: 3))).Granted);
    }

    [Fact]
    public async Task Claim_OneOfSeveralRefused_LeavesNothingOfTheStep()
    {
        await Claim(StoreBench.Claim(4, Nonce));
        var step = Store.Step() with
        {
            Deliveries = [StoreBench.Delivery(9)],
            Claims = [StoreBench.Claim(3, Guid.NewGuid()), StoreBench.Claim(4, Guid.NewGuid()), StoreBench.Claim(5, Guid.NewGuid())],
            Results = [new ResultRow(StoreBench.Person(4), 1, DeliveryResult.Busy, true, StoreBench.At)],
        };
        var result = await Store.Store(step);

        Assert.Empty(result.Granted);
        Assert.Equal(StoreBench.Person(4), Assert.Single(result.Refused).ParticipantId);
        Assert.Equal(1, await Store.Number("select count(*) from attempt"));
        Assert.Equal(0, await Store.Number("select count(*) from delivery"));
        Assert.Equal(1, await Store.Number("select count(*) from lane_log"));
    }

    [Fact]
    public async Task Write_LogSequenceThatStands_FailsTheWholeStep()
    {
        var step = Store.Step();
        await Store.Lanes.Write(step);
        await Assert.ThrowsAsync<StoreConflictException>(() => Store.Lanes.Write(step with { Deliveries = [StoreBench.Delivery(1)] }));
        Assert.Equal(0, await Store.Number("select count(*) from delivery"));
        Assert.Equal(1, await Store.Number("select count(*) from lane_log"));
    }

    [Fact]
    public async Task Write_ParticipantAlreadyInTheAction_FailsTheWholeStep()
    {
        await Store.Store(Store.Step(lane: 0) with { Deliveries = [StoreBench.Delivery(1)] });
        await Assert.ThrowsAsync<StoreConflictException>(() =>
            Store.Store(Store.Step(lane: 1) with { Deliveries = [StoreBench.Delivery(2), StoreBench.Delivery(1)] })
        );
        Assert.Equal(1, await Store.Number("select count(*) from delivery"));
    }

    [Fact]
    public async Task Write_AttemptToldTwiceInOneStep_TheLastWordCounts()
    {
        await Store.Store(Store.Step() with { Deliveries = [StoreBench.Delivery(3)] });
        await Claim(StoreBench.Claim(3, Nonce));
        var answered = new AttemptRow(StoreBench.Person(3), 1, 1, null, StoreBench.At.AddSeconds(3), null, CallEnd.None, 0, "", 0);
        var ended = answered with { EndedAt = StoreBench.At.AddSeconds(9), End = CallEnd.HungUpByUs, SipStatus = 200, Keys = "1" };
        await Store.Store(
            Store.Step() with
            {
                Attempts = [answered, ended],
                Results =
                [
                    new ResultRow(StoreBench.Person(3), 1, DeliveryResult.Answered, true, StoreBench.At),
                    new ResultRow(StoreBench.Person(3), 1, DeliveryResult.Confirmed, true, StoreBench.At),
                ],
            }
        );
        var view = Assert.Single((await Store.Lanes.ReadDeliveries(StoreBench.Action(1), null, 10)).Deliveries);
        Assert.Equal(
            (DeliveryResult.Confirmed, StoreBench.At.AddSeconds(9), "1", 200),
            (view.Result, view.EndedAt, view.Keys, view.SipStatus)
        );
    }

    [Fact]
    public async Task Write_AttemptThatHasEndedIsToldWithoutItsEnd_StaysEnded()
    {
        await Store.Store(Store.Step() with { Deliveries = [StoreBench.Delivery(3)], Claims = [StoreBench.Claim(3, Nonce)] });
        await Store.Store(Store.Step() with { Attempts = [StoreBench.Ended(3, 1, CallEnd.Rejected, 486)] });
        var late = new AttemptRow(StoreBench.Person(3), 1, 1, null, StoreBench.At.AddSeconds(3), null, CallEnd.None, 0, "", 0);
        await Store.Store(Store.Step() with { Attempts = [late] });
        var delivery = Assert.Single((await Store.Lanes.Load(StoreBench.Action(1), 0)).Deliveries);
        Assert.Equal((true, CallEnd.Rejected, null), (delivery.Ended, delivery.End, delivery.AnsweredAt));
    }

    [Fact]
    public async Task Load_NothingStored_IsEmptyAtTheOrigin()
    {
        var lane = await Store.Lanes.Load(StoreBench.Action(1), 0);
        Assert.Empty(lane.Deliveries);
        Assert.Equal(0, lane.LogSequence);
        Assert.Equal(HashChain.Origin, lane.LogHead);
    }

    [Fact]
    public async Task Load_Attempts_CountsThoseThatWereTries()
    {
        await Store.Store(Store.Step() with { Deliveries = [StoreBench.Delivery(5), StoreBench.Delivery(2)] });
        var attempt = 0;
        foreach (
            var (end, status) in Enum.GetValues<CallEnd>()
                .Where(end => end != CallEnd.None)
                .Select(end => (end, 486))
                .Append((CallEnd.Rejected, 503))
        )
        {
            await Claim(StoreBench.Claim(5, Guid.NewGuid(), ++attempt));
            await Store.Store(Store.Step() with { Attempts = [StoreBench.Ended(5, attempt, end, status)] });
            var row = (await Store.Lanes.Load(StoreBench.Action(1), 0)).Deliveries[0];
            Assert.Equal((end, status, StoreBench.At.AddSeconds(4)), (row.End, row.SipStatus, row.EndedAt));
        }

        var lane = await Store.Lanes.Load(StoreBench.Action(1), 0);
        Assert.Equal(Enum.GetValues<CallEnd>().Count(end => RetryPolicy.IsTry(end, 486)), lane.Deliveries[0].Tries);
        Assert.Equal(0, lane.Deliveries[1].Tries);
    }

    [Fact]
    public async Task Load_RangInAnAttemptWithoutAResult_IsContacted()
    {
        await Store.Store(Store.Step() with { Deliveries = [StoreBench.Delivery(5), StoreBench.Delivery(2), StoreBench.Delivery(4)] });
        await Claim(StoreBench.Claim(5, Guid.NewGuid()), StoreBench.Claim(2, Guid.NewGuid()));
        var silent = StoreBench.Ended(2, 1, CallEnd.Withheld, 0) with { RangAt = null };
        await Store.Store(Store.Step() with { Attempts = [StoreBench.Ended(5, 1, CallEnd.CancelledByPause, 487), silent] });
        await Claim(StoreBench.Claim(5, Guid.NewGuid(), attempt: 2));
        var lane = await Store.Lanes.Load(StoreBench.Action(1), 0);
        Assert.Equal([true, false, false], lane.Deliveries.Select(row => row.Contacted));
    }

    [Fact]
    public async Task Load_Steps_GivesOrderLastAttemptAndHead()
    {
        await Store.Store(Store.Step(entries: 2) with { Deliveries = [StoreBench.Delivery(5, 1), StoreBench.Delivery(2, 1)] });
        await Store.Store(Store.Step() with { Deliveries = [StoreBench.Delivery(8, 0), StoreBench.Delivery(1, 3)] });
        await Claim(StoreBench.Claim(5, Guid.NewGuid()), StoreBench.Claim(2, Guid.NewGuid()));
        await Store.Store(Store.Step() with { Attempts = [StoreBench.Ended(5, 1, CallEnd.Rejected, 503)] });
        await Claim(StoreBench.Claim(5, Nonce, attempt: 2));
        var answered = new AttemptRow(StoreBench.Person(2), 1, 1, StoreBench.At, StoreBench.At.AddSeconds(3), null, CallEnd.None, 0, "", 0);
        await Store.Store(Store.Step() with { Attempts = [answered] });
        await Store.Store(
            Store.Step() with
            {
                Results = [new ResultRow(StoreBench.Person(8), 1, DeliveryResult.NotAttemptedInactive, false, StoreBench.At)],
            }
        );

        var lane = await Store.Lanes.Load(StoreBench.Action(1), 0);
        Assert.Equal(new[] { 5, 2, 8, 1 }.Select(StoreBench.Person), lane.Deliveries.Select(row => row.ParticipantId));
        Assert.Equal([1, 1, 0, 3], lane.Deliveries.Select(row => row.Band));
        Assert.Equal(
            (2, Nonce, false, null),
            (lane.Deliveries[0].Attempts, lane.Deliveries[0].Nonce, lane.Deliveries[0].Ended, lane.Deliveries[0].AnsweredAt)
        );
        Assert.Equal(
            (1, StoreBench.At.AddSeconds(3), false),
            (lane.Deliveries[1].Attempts, lane.Deliveries[1].AnsweredAt, lane.Deliveries[1].Ended)
        );
        Assert.Equal(
            (StoreBench.Carrier, StoreBench.Dialer, StoreBench.At),
            (lane.Deliveries[1].Carrier, lane.Deliveries[1].Incarnation, lane.Deliveries[1].ClaimedAt)
        );
        Assert.Equal((0, DeliveryResult.NotAttemptedInactive), (lane.Deliveries[2].Attempts, lane.Deliveries[2].Result));
        Assert.Equal(8, lane.LogSequence);
        Assert.Equal(Store.Step().Log[0].PreviousHash, lane.LogHead);
        Assert.Empty((await Store.Lanes.Load(StoreBench.Action(1), 1)).Deliveries);
    }

    [Fact]
    public async Task ReadDeliveries_AnyPageSizes_IsCompleteNearestFirst()
    {
        int[] bands = [.. Enumerable.Range(0, 40).Select(i => i * 17 % 7)];
        for (var lane = 0; lane < 4; lane++)
        {
            var people = Enumerable.Range(1, 40).Where(i => i % 4 == lane).Select(i => StoreBench.Delivery(i, bands[i - 1]));
            await Store.Store(Store.Step(lane: lane) with { Deliveries = [.. people] });
        }

        await Gen.Int[1, 15]
            .Array[1, 6]
            .SampleAsync(
                async sizes =>
                {
                    var seen = new List<DeliveryView>();
                    string? after = null;
                    for (var i = 0; i == 0 || after is not null; i++)
                    {
                        var page = await Store.Lanes.ReadDeliveries(StoreBench.Action(1), after, sizes[i % sizes.Length]);
                        seen.AddRange(page.Deliveries);
                        after = page.Next;
                    }

                    Assert.Equal(40, seen.Count);
                    Assert.Equal(40, seen.DistinctBy(delivery => delivery.ParticipantId).Count());
                    Assert.Equal(bands.Order(), seen.Select(delivery => delivery.Band));
                },
                iter: 20,
                threads: 1
            );
    }

    [Fact]
    public async Task ReadDeliveries_SecondAttemptUnderWay_ShowsThatAttempt()
    {
        await Store.Store(Store.Step() with { Deliveries = [StoreBench.Delivery(1)] });
        await Claim(StoreBench.Claim(1, Guid.NewGuid()));
        await Store.Store(Store.Step() with { Attempts = [StoreBench.Ended(1, 1, CallEnd.Rejected, 503)] });
        await Claim(StoreBench.Claim(1, Nonce, attempt: 2, redial: true));

        var view = Assert.Single((await Store.Lanes.ReadDeliveries(StoreBench.Action(1), null, 10)).Deliveries);
        Assert.Equal((2, true, 0, true), (view.Attempts, view.UnderWay, view.SipStatus, view.Redialled));
        Assert.Null(view.EndedAt);

        var last = new AttemptRow(
            StoreBench.Person(1),
            1,
            2,
            null,
            StoreBench.At.AddSeconds(1),
            StoreBench.At.AddSeconds(2),
            CallEnd.HungUpByUs,
            200,
            "1",
            900
        );
        await Store.Store(
            Store.Step() with
            {
                Attempts = [last],
                Results = [new ResultRow(StoreBench.Person(1), 1, DeliveryResult.Confirmed, true, StoreBench.At)],
            }
        );
        view = Assert.Single((await Store.Lanes.ReadDeliveries(StoreBench.Action(1), null, 10)).Deliveries);
        Assert.Equal((2, false, 200, "1", 900), (view.Attempts, view.UnderWay, view.SipStatus, view.Keys, view.PlayedMilliseconds));
        Assert.Equal(
            (DeliveryResult.Confirmed, StoreBench.At.AddSeconds(1), StoreBench.At.AddSeconds(2)),
            (view.Result, view.AnsweredAt, view.EndedAt)
        );
    }

    [Fact]
    public async Task ReadDeliveries_NeverAttempted_IsPlain()
    {
        await Store.Store(Store.Step(lane: 1) with { Deliveries = [StoreBench.Delivery(1, 4)] });
        var view = Assert.Single((await Store.Lanes.ReadDeliveries(StoreBench.Action(1), null, 10)).Deliveries);
        Assert.Equal((1, 4, 0, false, ""), (view.Lane, view.Band, view.Attempts, view.UnderWay, view.Keys));
        Assert.Equal((null, null, false), (view.ClaimedAt, view.EndedAt, view.Redialled));
    }

    private Task<LaneWriteResult> Claim(params ClaimRow[] claims) => Store.Store(Store.Step() with { Claims = claims });
}
