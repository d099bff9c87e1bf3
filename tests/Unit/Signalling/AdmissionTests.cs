using Burgernet.Sip;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>Admission as a whole: a trunk of the core, its far side and time moved by hand.</summary>
public sealed class AdmissionTests
{
    [Fact]
    public void Channels_AllTaken_NextCallIsTurnedDownAtOnceUntilOneIsFree()
    {
        var rig = new CoreRig(trunkOptions: trunk => trunk with { Channels = 2 });
        rig.Place();
        rig.Place();
        rig.Place();

        Assert.Equal(2, rig.Count("INVITE"));
        Assert.Equal((SipCallEnd.NotAdmitted, SipBarrier.Channels), (rig.News[^1].End, rig.News[^1].Barrier));
        rig.Receive(CoreRig.Respond(rig.Invite, "486 Busy Here"));
        rig.Place();
        Assert.Equal(3, rig.Count("INVITE"));
    }

    [Fact]
    public void Rate_CallsAtOnce_LeaveAtEvenDistancesAndTheRestIsTurnedDown()
    {
        // 10 a second, 300 ms: three may wait.
        var rig = new CoreRig(trunkOptions: trunk => trunk with { CallsPerSecond = 10, LongestWait = TimeSpan.FromMilliseconds(300) });
        for (var i = 0; i < 6; i++)
        {
            rig.Place();
        }

        Assert.Equal(2, rig.News.Count(news => news is { End: SipCallEnd.NotAdmitted, Barrier: SipBarrier.Rate }));
        rig.Advance(TimeSpan.FromMilliseconds(320));
        Assert.Equal(
            [0, 80, 180, 280],
            rig.Sent.Where(sent => sent.Text.StartsWith("INVITE", StringComparison.Ordinal))
                .Select(sent => sent.At / TimeSpan.TicksPerMillisecond)
        );
    }

    [Fact]
    public void Rate_CallEndedWhileItWaits_IsNeverSent()
    {
        var rig = new CoreRig(trunkOptions: trunk => trunk with { CallsPerSecond = 10 });
        rig.Place();
        var second = rig.Place();
        rig.Core.End(second, rig.Now);
        rig.Advance(TimeSpan.FromMilliseconds(400));

        Assert.Equal(1, rig.Count("INVITE"));
        Assert.Equal((second, SipCallEnd.Cancelled), (rig.News[^1].Call, rig.News[^1].End));
    }

    [Fact]
    public void Rate_Waiting_IsTurnedDownWhenARestBegins()
    {
        var rig = new CoreRig(trunkOptions: trunk => trunk with { CallsPerSecond = 10 });
        rig.Place();
        var second = rig.Place();
        rig.Receive(CoreRig.Respond(rig.Invite, "503 Service Unavailable", more: "Retry-After: 7\r\n"));
        rig.Advance(TimeSpan.FromMilliseconds(100));

        var news = rig.News[^1];
        Assert.Equal((second, SipBarrier.Rest, 7), (news.Call, news.Barrier, news.RetryAfterSeconds));
        Assert.Equal(1, rig.Count("INVITE"));
    }

    [Fact]
    public void Unanswered_AsManyAsAllowed_NextIsTurnedDownUntilAResponseComes()
    {
        var rig = new CoreRig(trunkOptions: trunk => trunk with { MaxUnanswered = 2 });
        rig.Place();
        rig.Place();
        rig.Place();
        Assert.Equal(SipBarrier.Unanswered, rig.News[^1].Barrier);

        rig.Receive(CoreRig.Respond(rig.Invite, "100 Trying", tag: ""));
        rig.Place();
        Assert.Equal(3, rig.Count("INVITE"));

        // Timer B gives the rest up.
        rig.Advance(TimeSpan.FromSeconds(33));
        Assert.Equal(0, rig.Trunk.Admission.Unanswered);
    }

    [Fact]
    public void Rest_AskedFor_TurnsCallsDownForThatTime()
    {
        var rig = new CoreRig();
        rig.Place();
        rig.Receive(CoreRig.Respond(rig.Invite, "503 Service Unavailable", more: "Retry-After: 5\r\n"));
        Assert.Equal((SipCallEnd.Rejected, 503, 5), (rig.News[^1].End, rig.News[^1].StatusCode, rig.News[^1].RetryAfterSeconds));

        rig.Advance(TimeSpan.FromSeconds(4.5));
        rig.Place();
        Assert.Equal((SipBarrier.Rest, 1), (rig.News[^1].Barrier, rig.News[^1].RetryAfterSeconds));
        rig.Advance(TimeSpan.FromSeconds(0.5));
        rig.Place();
        Assert.Equal(2, rig.Count("INVITE"));
    }

    [Theory]
    [InlineData("503 Service Unavailable", "")]
    [InlineData("480 Temporarily Unavailable", "Retry-After: 5\r\n")]
    public void Rest_NotAskedFor_DoesNotBegin(string status, string more)
    {
        // §21.5.4: without Retry-After as 500; §20.33: elsewhere it speaks of the called party.
        var rig = new CoreRig();
        rig.Place();
        rig.Receive(CoreRig.Respond(rig.Invite, status, more: more));
        rig.Place();

        Assert.Equal(2, rig.Count("INVITE"));
    }

    [Fact]
    public void Rest_OfADay_IsCutToTheLongest()
    {
        var rig = new CoreRig(trunkOptions: trunk => trunk with { LongestRest = TimeSpan.FromSeconds(30) });
        rig.Place();
        rig.Receive(CoreRig.Respond(rig.Invite, "503 Service Unavailable", more: "Retry-After: 86400\r\n"));
        rig.Advance(TimeSpan.FromSeconds(30));
        rig.Place();

        Assert.Equal(2, rig.Count("INVITE"));
    }

    [Fact]
    public void Overload_PeerStalls_NothingNewIsSentAndItGoesOnByItselfWhenThePeerIsBack()
    {
        var rig = new CoreRig();
        var carrier = new StallingCarrier(rig);

        // 100 calls a second that nobody answers: after T1 the first are repeated, after ten repetitions it is an overload.
        carrier.Run(TimeSpan.FromSeconds(3), answers: false);
        Assert.Equal(59, carrier.Invites.Count);
        Assert.Equal(1, rig.Trunk.Admission.Overloads);
        Assert.Equal(SipBarrier.Overload, rig.News[^1].Barrier);

        carrier.Run(TimeSpan.FromSeconds(5), answers: true);
        Assert.InRange(carrier.Invites[59], 3 * TimeSpan.TicksPerSecond, 4.1 * TimeSpan.TicksPerSecond);
        Assert.InRange(carrier.Invites.Count, 59 + 390, 59 + 500);
        Assert.Equal(SipCallEnd.Rejected, rig.News[^1].End);

        rig.Advance(TimeSpan.FromSeconds(80));
        Assert.Equal((0, 0, 0), (rig.ActiveCalls, rig.Trunk.Admission.Unanswered, rig.Core.LivingClientTransactions));
    }

    [Fact]
    public void Overload_AHiccup_IsOverAfterASecondThoughNothingIsUnderWay()
    {
        var rig = new CoreRig();
        var carrier = new StallingCarrier(rig);
        carrier.Run(TimeSpan.FromSeconds(0.7), answers: false);
        carrier.Run(TimeSpan.FromSeconds(0.1), answers: true);
        Assert.Equal(SipBarrier.Overload, rig.Trunk.Admission.Ask(rig.Now));
        rig.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(SipBarrier.None, rig.Trunk.Admission.Ask(rig.Now));
    }

    [Fact]
    public void Overload_PeerIsAway_OneCallEveryFourSecondsTriesUntilItIsBack()
    {
        var rig = new CoreRig();
        var carrier = new StallingCarrier(rig);
        carrier.Run(TimeSpan.FromSeconds(10), answers: false);
        var before = carrier.Invites.Count;
        carrier.Run(TimeSpan.FromSeconds(40), answers: false);

        Assert.Equal(10, carrier.Invites.Count - before);
        carrier.Lose();
        before = carrier.Invites.Count;
        carrier.Run(TimeSpan.FromSeconds(10), answers: true);
        Assert.InRange(carrier.Invites.Count - before, 400, 1_000);
    }

    [Fact]
    public void Overload_WithoutALimit_NeverBegins()
    {
        var rig = new CoreRig(trunkOptions: trunk => trunk with { RetransmissionLimit = null });
        new StallingCarrier(rig).Run(TimeSpan.FromSeconds(3), answers: false);

        Assert.Equal((300, 0), (rig.Trunk.Admission.Unanswered, rig.Trunk.Admission.Overloads));
    }

    [Theory]
    [InlineData(0, null, 1, 0.02)]
    [InlineData(1, 0, 1, 0.02)]
    [InlineData(1, null, 0, 0.02)]
    [InlineData(1, null, 1, 0.0)]
    [InlineData(1, null, 1, double.NaN)]
    public void Options_OutOfRange_SayWhich(int channels, int? perSecond, int unanswered, double limit)
    {
        var options = new SipTrunkOptions
        {
            Name = "wrong",
            Peer = CoreRig.Carrier,
            Channels = channels,
            CallsPerSecond = perSecond,
            MaxUnanswered = unanswered,
            RetransmissionLimit = limit,
        };

        Assert.NotNull(options.Fault());
        Assert.Null((options with { Channels = 1, CallsPerSecond = 1, MaxUnanswered = 1, RetransmissionLimit = 1 }).Fault());
    }
}
