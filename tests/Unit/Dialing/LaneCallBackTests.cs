using Burgernet.CallBacks;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>Who hears the message by calling back is confirmed, and not called for it any more.</summary>
public sealed class LaneCallBackTests
{
    private static readonly Guid Call = LaneBench.Person(900);

    private readonly LaneBench _lane = new(new LaneTerms([TimeSpan.FromSeconds(10)], null));

    [Fact]
    public void CalledBack_WhileWaiting_IsConfirmedAndNeverCalled()
    {
        _lane.Add(0, 1, 2);
        Assert.Equal((null, true), CallsBack(1));

        Assert.Equal(LaneBench.Person(2), Assert.Single(_lane.Pull()).ParticipantId);
        _lane.ShouldHaveResult(1, DeliveryResult.Confirmed);
        Assert.Equal((1, 1, 0), (_lane.Totals.Contacted, _lane.Totals.Results[DeliveryResult.Confirmed], _lane.Totals.Waiting));
        Assert.Equal(
            [LaneLogType.Selected, LaneLogType.CalledBack, LaneLogType.Settled, LaneLogType.Claimed],
            _lane.Store.Log.Select(entry => entry.Type),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void CalledBack_AfterATryThatReachedNobody_IsNotTriedAgain()
    {
        _lane.Add(0, 1);
        _lane.Report(_lane.Ended(_lane.Pull()[0], CallEnd.Rejected, 486));
        Assert.Equal(1, _lane.Totals.Deferred);
        CallsBack(1);
        _lane.Now += TimeSpan.FromMinutes(1);

        Assert.Empty(_lane.Pull());
        Assert.Equal((0, 0, true), (_lane.Totals.Deferred, _lane.Totals.Retried, _lane.Book.AllDone));
        _lane.ShouldHaveResult(1, DeliveryResult.Confirmed);
    }

    [Theory]
    [InlineData(CallEnd.Rejected, 486)]
    [InlineData(CallEnd.RingLimit, 0)]
    [InlineData(CallEnd.Withheld, 0)]
    [InlineData(CallEnd.CancelledByDrain, 487)]
    [InlineData(CallEnd.HungUpByUs, 200)]
    public void CalledBack_WhileBeingCalled_IsConfirmedWhateverThatCallBrings(CallEnd end, int status)
    {
        _lane.Add(0, 1);
        var order = _lane.Pull()[0];
        CallsBack(1);
        Assert.Equal(1, _lane.Totals.UnderWay);
        _lane.Report(_lane.Ended(order, end, status));
        _lane.Now += TimeSpan.FromMinutes(1);

        Assert.Empty(_lane.Pull());
        Assert.Equal(1, _lane.Totals.Results[DeliveryResult.Confirmed]);
        Assert.Equal((0, true), (_lane.Totals.UnderWay, _lane.Book.AllDone));
        Assert.Equal(DeliveryResult.Confirmed, _lane.Store[LaneBench.Person(1)].Result);
    }

    [Fact]
    public void CalledBack_WhileBeingCalled_StandsInTheStoreAlready()
    {
        _lane.Add(0, 1);
        _lane.Pull();
        CallsBack(1);
        _lane.Crash();
        _lane.Now += TimeSpan.FromMinutes(10);

        Assert.Empty(_lane.Pull());
        Assert.Equal(1, _lane.Totals.Results[DeliveryResult.Confirmed]);
    }

    [Fact]
    public void CalledBack_WhileTheDialerOfTheirCallIsGone_IsNotDialledAgain()
    {
        _lane.Add(0, 1);
        _lane.Pull();
        _lane.Review(1);
        CallsBack(1);
        _lane.Now += TimeSpan.FromMinutes(10);

        Assert.Empty(_lane.Pull());
        Assert.Equal(0, _lane.Book.Orphans);
        _lane.ShouldHaveResult(1, DeliveryResult.Confirmed);
    }

    [Fact]
    public void CalledBack_BeforeTheDialerOfTheirCallIsGone_IsNotDialledAgain()
    {
        _lane.Add(0, 1);
        _lane.Pull();
        CallsBack(1);
        _lane.Review(1);
        _lane.Now += TimeSpan.FromMinutes(10);

        Assert.Empty(_lane.Pull());
        Assert.Equal(1, _lane.Totals.Results[DeliveryResult.Confirmed]);
    }

    [Fact]
    public void CalledBack_WithAResult_ReplacesIt()
    {
        _lane.Add(0, 1, 2);
        foreach (var order in _lane.Pull())
        {
            _lane.Report(_lane.Ended(order, CallEnd.Rejected, 603));
        }

        Assert.Equal((DeliveryResult.Declined, true), CallsBack(1));
        Assert.Equal((1, 1), (_lane.Totals.Results[DeliveryResult.Declined], _lane.Totals.Results[DeliveryResult.Confirmed]));
        Assert.Equal(2, _lane.Totals.Results.Values.Sum());
        Assert.Equal(DeliveryResult.Confirmed, _lane.Store[LaneBench.Person(1)].Result);

        // Told again it changes nothing, and says the same.
        var entries = _lane.Store.Log.Count;
        Assert.Equal((DeliveryResult.Declined, true), CallsBack(1));
        Assert.Equal(entries, _lane.Store.Log.Count);

        // Another call is another entry, and no other result.
        Assert.Equal((null, false), CallsBack(1, LaneBench.Person(901)));
        Assert.Equal(entries + 1, _lane.Store.Log.Count);
        Assert.Equal(2, _lane.Totals.Results.Values.Sum());
    }

    [Fact]
    public void CalledBack_ByWhoIsInAnotherLane_ChangesNothing()
    {
        _lane.Add(0, 1);
        Assert.Equal((null, false), CallsBack(5));
        Assert.Equal(1, _lane.Totals.Waiting);
    }

    [Fact]
    public void CalledBack_InALaneThatIsStopped_IsConfirmed()
    {
        _lane.Add(0, 1);
        _lane.Stop();
        Assert.Equal((DeliveryResult.NotAttemptedStopped, true), CallsBack(1));
        Assert.Equal(DeliveryResult.Confirmed, Assert.Single(_lane.Totals.Results).Key);
    }

    private (DeliveryResult? Replaced, bool Contacted) CallsBack(int person, Guid? call = null)
    {
        var heard = new CallBackHeard
        {
            Call = call ?? Call,
            ParticipantId = LaneBench.Person(person),
            Message = 1,
            PlayedMilliseconds = 8_000,
            MessageMilliseconds = 8_000,
            PressedKey = false,
        };
        _lane.Store.Apply(_lane.Ledger.CalledBack(heard, _lane.Now, out var change));
        return change;
    }
}
