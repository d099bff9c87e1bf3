using System.Globalization;
using Burgernet.Sip;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>We call, sipp does what carriers do; each scenario says in its first line what that is and checks what we answer.</summary>
public sealed class SippScenarioTests
{
    private static readonly int[] Refusals =
    [
        .. new[] { 300, 302, 400, 401, 403, 404, 405, 406, 407, 408, 410, 415, 420, 480, 481, 482, 484, 485, 486, 487, 488, 491 },
        .. new[] { 500, 501, 502, 503, 504, 600, 603, 604, 606, 607, 608 },
    ];

    [Fact]
    public async Task Peers_ThatAnswerInEveryWay_HearTheWholeMessageAndAreHungUp()
    {
        string[] scenarios =
        [
            "uas-early-any.xml",
            "uas-compact.xml",
            "uas-strict-route.xml",
            "uas-late-ringing.xml",
            "uas-glare.xml",
            "uas-target.xml",
            "uas-odd-requests.xml",
        ];
        await using var group = await SippGroup.Start(scenarios);

        var ends = await group.CallAll();

        Assert.All(
            ends,
            (end, i) => Assert.Equal((scenarios[i], SipCallEnd.HungUpByUs, TimeSpan.FromSeconds(0.3)), (scenarios[i], end.End, end.Played))
        );
        Assert.All(
            Enumerable.Range(1, scenarios.Length),
            tag => Assert.Contains(group.Owner.News, news => news.Tag == tag && news.Kind == SipCallNewsKind.Ringing)
        );
        await group.ExpectClean(atLeast: scenarios.Length * 6);
    }

    [Fact]
    public async Task Peer_ThatHoldsAndResumes_GetsAnAnswerToEachOffer()
    {
        await using var group = await SippGroup.Start(["uas-hold.xml"]);

        var end = Assert.Single(await group.CallAll(message: 1.2));

        Assert.Equal(SipCallEnd.HungUpByUs, end.End);
        await group.ExpectClean(atLeast: 20);
    }

    [Fact]
    public async Task Peers_ThatHangUpAtOnce_AreBelieved()
    {
        await using var group = await SippGroup.Start(["uas-bye-before-200.xml"]);

        var ends = await group.CallAll(message: 5);

        Assert.All(ends, end => Assert.Equal(SipCallEnd.HungUpByPeer, end.End));
        await group.ExpectClean(atLeast: 14);
    }

    [Fact]
    public async Task Peer_WithoutACodecOfOurs_IsAcknowledgedAndHungUp()
    {
        await using var group = await SippGroup.Start(["uas-no-codec.xml"]);

        var end = Assert.Single(await group.CallAll());

        Assert.Equal((SipCallEnd.NoMedia, 200), (end.End, end.StatusCode));
        await group.ExpectClean(atLeast: 6);
    }

    [Fact]
    public async Task Peers_ThatRefuse_EndTheCallWithTheirCode()
    {
        await using var group = await SippGroup.Start(
            Refusals.Select(code => string.Create(CultureInfo.InvariantCulture, $"uas-reject.xml:{code}"))
        );

        var ends = await group.CallAll();

        Assert.Equal(Refusals, ends.Select(end => end.StatusCode));
        Assert.All(ends, end => Assert.Equal(SipCallEnd.Rejected, end.End));
        await group.ExpectClean(atLeast: Refusals.Length * 3);
    }

    [Fact]
    public async Task Peers_WhateverTheyAnswerToBye_AreRidOfTheCallByOne()
    {
        int[] codes = [401, 403, 407, 408, 481, 500, 503, 603];
        await using var group = await SippGroup.Start(
            codes.Select(code => string.Create(CultureInfo.InvariantCulture, $"uas-bye-answered.xml:{code}"))
        );

        var ends = await group.CallAll();

        Assert.All(ends, end => Assert.Equal(SipCallEnd.HungUpByUs, end.End));
        var messages = await group.ExpectClean(atLeast: codes.Length * 6);
        Assert.True(messages.Length == 0 || messages.Split("Request: BYE").Length == codes.Length + 1, messages);
    }

    [Fact]
    public async Task Peer_WhoseAnswerCrossesOurCancel_IsAcknowledgedAndHungUp()
    {
        await using var group = await SippGroup.Start(["uas-cancel-crossing.xml"]);

        group.Call(1, ringLimit: TimeSpan.FromMilliseconds(300));

        var end = await group.Owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal((SipCallEnd.RingLimit, 200), (end.End, end.StatusCode));
        Assert.DoesNotContain(group.Owner.News, news => news.Kind == SipCallNewsKind.Answered);
        await group.ExpectClean(atLeast: 8);
    }

    [Fact]
    public async Task Peer_ThatNeverEndsACancelledInvite_IsGivenUpAfter64T1()
    {
        // 64·T1 is 1.28 s; the BYE-less end leaves nothing behind.
        await using var group = await SippGroup.Start(["uas-cancel-silence.xml"], t1: 20);

        group.Call(1, ringLimit: TimeSpan.FromMilliseconds(300));

        var end = await group.Owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal((SipCallEnd.RingLimit, 0), (end.End, end.StatusCode));
        await group.ExpectClean(atLeast: 4);
        Assert.Equal(0, group.Caller.Core.LivingClientTransactions);
    }

    [Fact]
    public async Task Peers_ThatChallengeOneAfterTheOther_GetWhatSippFindsRight()
    {
        await using var group = await SippGroup.Start(
            ["uas-digest.xml"],
            credentials: new SipCredentials { UserName = "burgernet", Password = "secret" }
        );

        var end = Assert.Single(await group.CallAll());

        Assert.Equal((SipCallEnd.HungUpByUs, 0), (end.End, end.StatusCode));
        await group.ExpectClean(atLeast: 12);
    }
}
