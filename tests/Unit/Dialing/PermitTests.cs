using System.Threading.Channels;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class PermitTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly ActionPermit _permit = new();
    private readonly LinePermit _lines = new();

    [Fact]
    public void ActionPermit_NeverRenewed_AllowsNothing() => Assert.False(_permit.Allows(0));

    [Fact]
    public void ActionPermit_Renewed_IsGoodFrom750MillisecondsOfTheAsking()
    {
        _permit.Renew(askedAt: 1_000, validTicks: 750, epoch: 3);
        Assert.True(_permit.Allows(1_749));
        Assert.False(_permit.Allows(1_750));
        Assert.Equal(3, _permit.Epoch);
        Assert.Equal(TimeSpan.FromMilliseconds(750), ActionPermit.ValidFor);
    }

    [Fact]
    public void ActionPermit_Voided_StaysVoidForItsEpochsAndIsGoodForALaterOne()
    {
        _permit.Renew(0, 750, 1);
        _permit.Void(throughEpoch: 2);
        Assert.False(_permit.Allows(1));

        // What was asked before it, and comes after it.
        _permit.Renew(10, 750, 1);
        _permit.Renew(10, 750, 2);
        Assert.False(_permit.Allows(11));
        Assert.False(_permit.Allows(11, epoch: 2));

        _permit.Renew(20, 750, 3);
        Assert.True(_permit.Allows(21));
        Assert.True(_permit.Allows(21, epoch: 3));
    }

    [Fact]
    public void ActionPermit_OfALaterEpoch_IsNoneForWhatWasClaimedInAnEarlierOne()
    {
        _permit.Renew(0, 750, 1);
        _permit.Renew(10, 750, 3);
        Assert.False(_permit.Allows(11, epoch: 1));
        Assert.True(_permit.Allows(11, epoch: 3));
    }

    [Fact]
    public void ActionPermit_RenewedForAnEarlierEpoch_ChangesNothing()
    {
        _permit.Renew(0, 750, 3);
        _permit.Renew(100, 750, 1);
        Assert.Equal(3, _permit.Epoch);
        Assert.True(_permit.Allows(749));
        Assert.False(_permit.Allows(750));
    }

    [Fact]
    public void ActionPermit_VoidedLess_StaysVoid()
    {
        _permit.Void(3);
        _permit.Void(1);
        _permit.Renew(0, 750, 3);
        Assert.False(_permit.Allows(1, epoch: 3));
    }

    [Fact]
    public void LinePermit_Lease_IsGoodUntilItsEnd()
    {
        Assert.False(_lines.Allows(0));
        _lines.Renew(100);
        Assert.True(_lines.Allows(99));
        Assert.False(_lines.Allows(100));
        _lines.Renew(long.MinValue);
        Assert.False(_lines.Allows(0));
    }

    [Fact]
    public void MayStart_AllFresh_Allows() => Assert.True(Call().MayStart(_time));

    [Fact]
    public void MayStart_ActionStopped_DoesNot()
    {
        var call = Call();
        _permit.Void(throughEpoch: 1);
        Assert.False(call.MayStart(_time));
    }

    [Fact]
    public void MayStart_ClaimedBeforeAPauseAndResumedSince_DoesNot()
    {
        var call = Call();
        _permit.Void(throughEpoch: 1);
        Refresh(epoch: 3);
        Assert.False(call.MayStart(_time));
        Assert.True(Call(epoch: 3).MayStart(_time));
    }

    [Fact]
    public void MayStart_LeaseTakenBack_DoesNot()
    {
        var call = Call();
        _lines.Renew(long.MinValue);
        Assert.False(call.MayStart(_time));
    }

    [Fact]
    public void MayStart_ClaimOlderThanTwoSecondsByTheMonotonicClock_DoesNot()
    {
        var call = Call();
        _time.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        Refresh();
        Assert.True(call.MayStart(_time));
        _time.Advance(TimeSpan.FromTicks(1));
        Refresh();
        Assert.False(call.MayStart(_time));
    }

    [Fact]
    public void MayStart_ClaimOlderThanTwoSecondsByTheWallClock_DoesNot()
    {
        // The machine slept: the monotonic clock stood still meanwhile.
        Assert.False(Call(claimedAgo: TimeSpan.FromSeconds(2)).MayStart(_time));
        Assert.True(Call(claimedAgo: TimeSpan.FromSeconds(1.9)).MayStart(_time));
    }

    [Fact]
    public void MayStart_PermissionNotRenewed_DoesNotAfter750Milliseconds()
    {
        var call = Call();
        _time.Advance(ActionPermit.ValidFor - TimeSpan.FromTicks(1));
        Assert.True(call.MayStart(_time));
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.False(call.MayStart(_time));
    }

    private void Refresh(int epoch = 1)
    {
        var now = _time.GetTimestamp();
        _permit.Renew(now, (long)(ActionPermit.ValidFor.TotalSeconds * _time.TimestampFrequency), epoch);
        _lines.Renew(now + (5 * _time.TimestampFrequency));
    }

    private VoiceCall Call(TimeSpan claimedAgo = default, int epoch = 1)
    {
        Refresh(epoch);
        return new VoiceCall
        {
            ActionId = Guid.Empty,
            Lane = 0,
            Practice = true,
            Order = new CallOrder
            {
                ParticipantId = Guid.Empty,
                Message = 1,
                Attempt = 1,
                Number = "+31",
                Language = Language.Dutch,
                CallId = "",
                Nonce = Guid.Empty,
                ClaimedAt = _time.GetUtcNow() - claimedAgo,
                Band = 0,
            },
            CallBackNumber = null,
            RingLimit = TimeSpan.FromSeconds(30),
            LingerAfterMessage = TimeSpan.FromSeconds(3),
            Epoch = epoch,
            Permit = _permit,
            Lines = _lines,
            AskedAt = _time.GetTimestamp(),
            News = Channel.CreateUnbounded<VoiceCallNews>().Writer,
        };
    }
}
