using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.TestKit;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burgernet.Tests.Unit.Smpp.Sessions;

/// <summary>What becomes of a session, and of what it had in hand, when something goes wrong.</summary>
public sealed class FailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connection_Cut_LeavesWhatWasSentUnknownAndTheRestNotSent()
    {
        var centre = new Centre { Answer = (_, _, _) => new(new TaskCompletionSource<MessageAnswer>().Task) };
        TcpProxy? proxy = null;
        await using var rig = await Rig.Start(
            options => options with { Window = 5 },
            centre: centre,
            way: target => (proxy = TcpProxy.Start(target)).EndPoint
        );
        await using var way = proxy!;
        var submits = Enumerable.Range(0, 20).Select(_ => rig.Submit()).ToArray();
        await Rig.Eventually("five are at the SMSC", () => centre.Count == 5);

        way.Cut();

        var results = await Task.WhenAll(submits);
        Assert.Equal(5, results.Count(result => result.Outcome == SubmitOutcome.Unknown));
        Assert.Equal(15, results.Count(result => result is { Outcome: SubmitOutcome.NotSent, Barrier: SubmitBarrier.ConnectionEnded }));

        // And it binds again by itself; nothing is sent a second time.
        centre.Answer = (_, _, number) => new(new MessageAnswer(CommandStatus.Ok, new MessageId($"{number}")));
        await Rig.Eventually("it is bound again", () => centre.Binds.Count == 2 && rig.Client.State == SmppClientState.Bound);
        Assert.Equal(SubmitOutcome.Accepted, (await rig.Submit()).Outcome);
        Assert.Equal(6, centre.Count);
        Assert.Contains(SmppClientState.BackingOff, rig.Desk.States);
    }

    [Fact]
    public async Task Smsc_ThatIsNotThere_IsTriedUntilItIs()
    {
        TcpProxy? proxy = null;
        await using var rig = await Rig.Start(way: target => (proxy = TcpProxy.Start(target)).EndPoint);
        await using var way = proxy!;
        await way.Refuse();
        await Rig.Eventually("it was refused", () => rig.Client.LastFailure == SmppFailure.Unreachable);
        Assert.Equal(SubmitOutcome.NotSent, (await rig.Submit()).Outcome);
        way.Accept();
        await Rig.Eventually("it is bound again", () => rig.Client.State == SmppClientState.Bound);
    }

    [Fact]
    public async Task Smsc_ThatNeverAnswersTheBind_IsGivenUp()
    {
        var peer = new RawPeer();
        var client = SmppClient.Start(Rig.Options(peer.EndPoint) with { ConnectTimeout = TimeSpan.FromMilliseconds(100) }, new Desk());
        await using var end = new RawEnd(peer, client);
        await Rig.Eventually("it was given up", () => client.LastFailure == SmppFailure.TimedOut);
    }

    [Fact]
    public async Task Response_ThatDoesNotCome_LeavesTheSubmitUnknown_AndIsAStrayLater()
    {
        var time = new FakeTimeProvider();
        var peer = new RawPeer();
        var client = SmppClient.Start(Patient(peer) with { EnquireInterval = TimeSpan.Zero }, new Desk(), time);
        await using var end = new RawEnd(peer, client);
        var socket = await peer.TakeBound();
        await client.WaitUntilBoundAsync(Cancellation).WaitAsync(Rig.Patience, Cancellation);
        var submit = client.SubmitAsync(Rig.Sms()).AsTask();
        var late = (await RawPeer.Read(socket)).Header;
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(submit.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(SubmitOutcome.Unknown, (await submit.WaitAsync(Rig.Patience, Cancellation)).Outcome);
        Assert.Equal(1, client.Meters.TimedOut);
        await socket.SendAsync(RawPeer.Header(CommandId.SubmitSmResp, CommandStatus.Ok, late.Sequence, "1\0"u8), Cancellation);
        await Rig.Eventually("it is counted as a stray", () => client.Meters.Strays == 1);
        Assert.Equal(SmppClientState.Bound, client.State);
    }

    [Fact]
    public async Task Silence_IsBrokenByEnquireLink_AndNoAnswerEndsTheConnection()
    {
        var time = new FakeTimeProvider();
        var peer = new RawPeer();
        var client = SmppClient.Start(Patient(peer), new Desk(), time);
        await using var end = new RawEnd(peer, client);
        var socket = await peer.TakeBound();
        await client.WaitUntilBoundAsync(Cancellation).WaitAsync(Rig.Patience, Cancellation);

        time.Advance(TimeSpan.FromSeconds(31));
        var first = (await RawPeer.Read(socket)).Header;
        Assert.Equal(CommandId.EnquireLink, first.Command);
        await socket.SendAsync(RawPeer.Header(CommandId.EnquireLinkResp, CommandStatus.Ok, first.Sequence), Cancellation);
        await Rig.Eventually("the answer came", () => client.Meters.Received == 2);
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(CommandId.EnquireLink, (await RawPeer.Read(socket)).Header.Command);

        // This one stays unanswered.
        time.Advance(TimeSpan.FromSeconds(31));

        await Rig.Eventually("the connection was given up", () => client.LastFailure == SmppFailure.NoAnswer);
    }

    [Fact]
    public async Task EnquireLink_OfTheSmsc_IsAnswered()
    {
        var peer = new RawPeer();
        var client = SmppClient.Start(Rig.Options(peer.EndPoint), new Desk());
        await using var end = new RawEnd(peer, client);
        var socket = await peer.TakeBound();
        await socket.SendAsync(RawPeer.Header(CommandId.EnquireLink, CommandStatus.Ok, 77), Cancellation);
        Assert.Equal(RawPeer.Header(CommandId.EnquireLinkResp, CommandStatus.Ok, 77), await ReadRaw(socket));
    }

    [Fact]
    public async Task Unbind_OfTheSmscInMidStream_EndsWhatWaitsAndIsFollowedByANewBind()
    {
        var peer = new RawPeer();
        var client = SmppClient.Start(Rig.Options(peer.EndPoint) with { Window = 2 }, new Desk());
        await using var end = new RawEnd(peer, client);
        var socket = await peer.TakeBound();
        await client.WaitUntilBoundAsync(Cancellation).WaitAsync(Rig.Patience, Cancellation);
        var submits = Enumerable.Range(0, 4).Select(_ => client.SubmitAsync(Rig.Sms()).AsTask()).ToArray();
        var first = (await RawPeer.Read(socket)).Header;
        await RawPeer.Read(socket);

        await socket.SendAsync(RawPeer.Header(CommandId.Unbind, CommandStatus.Ok, 5), Cancellation);
        Assert.Equal(CommandId.UnbindResp, (await RawPeer.Read(socket)).Header.Command);
        await socket.SendAsync(RawPeer.Header(CommandId.SubmitSmResp, CommandStatus.Ok, first.Sequence, "1\0"u8), Cancellation);
        await Rig.Eventually("the answer after unbind counts", () => submits[0].IsCompleted);
        socket.Dispose();

        var results = await Task.WhenAll(submits).WaitAsync(Rig.Patience, Cancellation);
        Assert.Equal(
            [SubmitOutcome.Accepted, SubmitOutcome.Unknown, SubmitOutcome.NotSent, SubmitOutcome.NotSent],
            results.Select(result => result.Outcome)
        );
        await peer.TakeBound();
        await client.WaitUntilBoundAsync(Cancellation).WaitAsync(Rig.Patience, Cancellation);
        Assert.Equal(SmppFailure.Unbound, client.LastFailure);
    }

    [Fact]
    public async Task GenericNack_OnASubmit_IsARefusal()
    {
        var peer = new RawPeer();
        var client = SmppClient.Start(Rig.Options(peer.EndPoint), new Desk());
        await using var end = new RawEnd(peer, client);
        var socket = await peer.TakeBound();
        await client.WaitUntilBoundAsync(Cancellation).WaitAsync(Rig.Patience, Cancellation);
        var submit = client.SubmitAsync(Rig.Sms()).AsTask();
        var sequence = (await RawPeer.Read(socket)).Header.Sequence;
        await socket.SendAsync(RawPeer.Header(CommandId.GenericNack, CommandStatus.InvalidCommandLength, sequence), Cancellation);
        var result = await submit.WaitAsync(Rig.Patience, Cancellation);
        Assert.Equal((SubmitOutcome.Refused, CommandStatus.InvalidCommandLength), (result.Outcome, result.Status));
    }

    [Theory]
    [InlineData(CommandStatus.Throttled)]
    [InlineData(CommandStatus.QueueFull)]
    public async Task Smsc_ThatAsksToSlowDown_IsSentLess_AndRecovers(CommandStatus status)
    {
        var time = new FakeTimeProvider();
        var centre = new Centre { Answer = (_, _, _) => new(MessageAnswer.Refused(status)) };
        await using var rig = await Rig.Start(
            options =>
                options with
                {
                    EnquireInterval = TimeSpan.Zero,
                    ResponseTimeout = TimeSpan.FromHours(1),
                    WriteTimeout = TimeSpan.FromDays(1),
                },
            centre: centre,
            time: time
        );
        Assert.Equal(double.PositiveInfinity, rig.Client.RateLimit);

        Assert.Equal(status, (await rig.Submit()).Status);

        Assert.Equal(1, rig.Client.RateLimit);
        centre.Answer = (_, _, number) => new(new MessageAnswer(CommandStatus.Ok, new MessageId($"{number}")));
        var next = rig.Submit();
        Assert.False(next.IsCompleted);
        Assert.Equal(1, centre.Count);
        await Rig.Eventually(
            "the pause is over",
            () =>
            {
                time.Advance(TimeSpan.FromMilliseconds(100));
                return next.IsCompleted;
            }
        );
        Assert.Equal(SubmitOutcome.Accepted, (await next).Outcome);
        await Rig.Eventually(
            "the limit is forgotten",
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(1));
                _ = rig.Client.SubmitAsync(Rig.Sms()).AsTask();
                return double.IsPositiveInfinity(rig.Client.RateLimit);
            }
        );
    }

    /// <summary>Time that a test moves by half a minute may find a write under way.</summary>
    private static SmppClientOptions Patient(RawPeer peer) => Rig.Options(peer.EndPoint) with { WriteTimeout = TimeSpan.FromDays(1) };

    private static async Task<byte[]> ReadRaw(System.Net.Sockets.Socket socket)
    {
        var (header, body) = await RawPeer.Read(socket);
        return RawPeer.Header(header.Command, header.Status, header.Sequence, body);
    }
}
