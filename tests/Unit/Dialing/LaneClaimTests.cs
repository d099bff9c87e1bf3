using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class LaneClaimTests
{
    private readonly LaneBench _lane = new();

    [Fact]
    public void Claim_Granted_NamesAttemptDialerAndDeadline()
    {
        _lane.Add(2, 1);
        var order = Assert.Single(_lane.Pull());
        var claim = Assert.Single(_lane.Store.Claims);

        Assert.Equal((1, 2), (order.Attempt, order.Band));
        Assert.Equal((claim.Nonce, claim.CallId, claim.ClaimedAt), (order.Nonce, order.CallId, order.ClaimedAt));
        Assert.Equal((LaneBench.Carrier, LaneBench.Dialer, 1), (claim.Carrier, claim.Incarnation, claim.Epoch));
        Assert.Equal(_lane.Now + TimeSpan.FromSeconds(30 + 60 + 3), claim.Deadline);
        Assert.False(claim.Redial);
    }

    [Fact]
    public void Claim_UnderWay_IsNotTakenAgain()
    {
        _lane.Add(0, 1);
        _lane.Pull();
        Assert.Empty(_lane.Pull());
    }

    [Fact]
    public void Drop_ParticipantLeft_SettlesHimAndLeavesTheRestToClaim()
    {
        _lane.Add(0, 1, 2, 3);
        var taken = _lane.Book.Take(3, 0, _lane.Now);
        Refuse(taken, new RefusedClaim(LaneBench.Person(2), Inactive: true));

        _lane.ShouldHaveResult(2, DeliveryResult.NotAttemptedInactive);
        Assert.Equal([LaneBench.Person(1), LaneBench.Person(3)], taken.Select(delivery => delivery.ParticipantId));
        var again = _lane.Ledger.Claim(taken, LaneBench.Request(2), _lane.Now);
        _lane.Store.Apply(again);
        Assert.All(again.Claims, claim => Assert.Equal(1, claim.Attempt));
    }

    [Fact]
    public void Drop_OtherReason_QueuesAgainWithoutAnAttempt()
    {
        _lane.Add(0, 1);
        var taken = _lane.Book.Take(1, 0, _lane.Now);
        Refuse(taken, new RefusedClaim(LaneBench.Person(1), Inactive: false));

        Assert.Empty(taken);
        Assert.Equal((1, 0), (_lane.Totals.Waiting, _lane.Totals.LowestUndialledBand));
        Assert.Equal(1, Assert.Single(_lane.Pull()).Attempt);
    }

    [Fact]
    public void Drop_AttemptBeforeNeverLeft_StaysUndialled()
    {
        _lane.Add(0, 1);
        _lane.Report(_lane.Ended(Assert.Single(_lane.Pull()), CallEnd.Withheld));
        var taken = _lane.Book.Take(1, 0, _lane.Now);
        Refuse(taken, new RefusedClaim(LaneBench.Person(1), Inactive: false));

        Assert.Equal(0, _lane.Totals.LowestUndialledBand);
    }

    [Fact]
    public void Claim_AfterAnAttemptThatEnded_HasANewNameAndTheNextNumber()
    {
        _lane.Add(0, 1);
        var first = Assert.Single(_lane.Pull());
        _lane.Report(_lane.Ended(first, CallEnd.Rejected, 503));
        var second = Assert.Single(_lane.Pull());

        Assert.Equal((1, 2), (first.Attempt, second.Attempt));
        Assert.NotEqual(first.Nonce, second.Nonce);
        Assert.NotEqual(first.CallId, second.CallId, StringComparer.Ordinal);
    }

    private void Refuse(List<Delivery> taken, params RefusedClaim[] refused)
    {
        // The step with the claims is made and never stored, as when the store refuses it.
        _ = _lane.Ledger.Claim(taken, LaneBench.Request(taken.Count), _lane.Now);
        var stored = _lane.Store.Load();
        _lane.Store.Apply(_lane.Ledger.Drop(taken, refused, new LaneChain(stored.LogSequence, stored.LogHead), _lane.Now));
    }
}
