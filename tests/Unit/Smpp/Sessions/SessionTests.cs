using System.Net;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Xunit;

namespace Burgernet.Tests.Unit.Smpp.Sessions;

public sealed class SessionTests
{
    [Fact]
    public async Task Submit_WhileBound_IsAcceptedWithTheSmscsName()
    {
        await using var rig = await Rig.Start(options => options with { SystemType = "VMS", AddressRange = "^31" });

        var result = await rig.Submit();

        Assert.Equal((SubmitOutcome.Accepted, "1"), (result.Outcome, result.MessageId.ToString()));
        Assert.Equal("Kind vermist", Assert.Single(rig.Centre.Texts));
        var bind = Assert.Single(rig.Centre.Binds);
        Assert.Equal(
            (BindMode.Transceiver, "burgernet", "secret", "VMS", (byte)0x34, "^31"),
            (bind.Mode, bind.Credentials.SystemId, bind.Credentials.Password, bind.SystemType, bind.InterfaceVersion, bind.AddressRange)
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1_000)]
    public async Task Submits_Many_NeverExceedTheWindow(int window)
    {
        var (open, most) = (0, 0);
        var centre = new Centre
        {
            Answer = async (_, _, number) =>
            {
                var now = Interlocked.Increment(ref open);
                InterlockedMax(ref most, now);
                await Task.Yield();
                Interlocked.Decrement(ref open);
                return new MessageAnswer(CommandStatus.Ok, new MessageId($"{number}"));
            },
        };
        await using var rig = await Rig.Start(
            options => options with { Window = window, MaxQueued = 5_000 },
            options => options with { MaxIncoming = 1_000 },
            centre
        );

        var results = await Task.WhenAll(Enumerable.Range(0, 3_000).Select(_ => rig.Submit()))
            .WaitAsync(Rig.Patience, TestContext.Current.CancellationToken);

        Assert.All(results, result => Assert.Equal(SubmitOutcome.Accepted, result.Outcome));
        Assert.Equal(3_000, results.Select(result => result.MessageId).Distinct().Count());
        Assert.InRange(Volatile.Read(ref most), 1, window);
    }

    [Fact]
    public async Task Submits_AnsweredInAnyOrder_GetTheirOwnAnswers()
    {
        var waiting = new List<(TaskCompletionSource<MessageAnswer> Done, int Number)>();
        var centre = new Centre
        {
            Answer = (_, _, number) =>
            {
                var done = new TaskCompletionSource<MessageAnswer>();
                lock (waiting)
                {
                    waiting.Add((done, number));
                }

                return new(done.Task);
            },
        };
        await using var rig = await Rig.Start(options => options with { Window = 50 }, centre: centre);
        var submits = Enumerable.Range(1, 50).Select(number => rig.Submit($"{number}")).ToArray();
        await Rig.Eventually("fifty are at the SMSC", () => centre.Count == 50);
        foreach (var (done, number) in waiting.AsEnumerable().Reverse())
        {
            done.SetResult(new MessageAnswer(CommandStatus.Ok, new MessageId($"id-{number}")));
        }

        var results = await Task.WhenAll(submits);
        Assert.Equal(Enumerable.Range(1, 50).Select(number => new MessageId($"id-{number}")), results.Select(result => result.MessageId));
    }

    [Fact]
    public async Task Submit_ThatIsRefused_SaysWhy()
    {
        var centre = new Centre { Answer = (_, _, _) => new(MessageAnswer.Refused(CommandStatus.InvalidDestination)) };
        await using var rig = await Rig.Start(centre: centre);
        var result = await rig.Submit();
        Assert.Equal((SubmitOutcome.Refused, CommandStatus.InvalidDestination), (result.Outcome, result.Status));
    }

    [Fact]
    public async Task Submit_BeyondQueueOrFields_IsNotSent()
    {
        var never = new TaskCompletionSource<MessageAnswer>();
        var centre = new Centre { Answer = (_, _, _) => new(never.Task) };
        await using var rig = await Rig.Start(options => options with { Window = 1, MaxQueued = 1 }, centre: centre);
        var first = rig.Submit();
        var second = rig.Submit();
        Assert.Equal(SubmitBarrier.QueueFull, (await rig.Submit()).Barrier);
        never.SetResult(MessageAnswer.Taken);
        Assert.Equal(SubmitOutcome.Accepted, (await first).Outcome);
        Assert.Equal(SubmitOutcome.Accepted, (await second).Outcome);
        var tooLong = await rig.Client.SubmitAsync(Rig.Sms() with { Destination = SmppAddress.International(new string('1', 21)) });
        Assert.Equal((SubmitOutcome.NotSent, SubmitBarrier.Invalid), (tooLong.Outcome, tooLong.Barrier));
        Assert.Equal(SubmitOutcome.Accepted, (await rig.Submit()).Outcome);
    }

    [Fact]
    public async Task Submit_WhosePermitSaysNoWhenItsTurnComes_IsWithheld_AndTheNextIsSent()
    {
        var never = new TaskCompletionSource<MessageAnswer>();
        var centre = new Centre { Answer = (_, _, _) => new(never.Task) };
        await using var rig = await Rig.Start(options => options with { Window = 1 }, centre: centre);
        var permit = new Permit { May = true };
        var first = rig.Submit("one");
        var withheld = rig.Client.SubmitAsync(Rig.Sms("two") with { Permit = permit }).AsTask();
        var third = rig.Client.SubmitAsync(Rig.Sms("three") with { Permit = new Permit { May = true } }).AsTask();

        permit.May = false;
        never.SetResult(MessageAnswer.Taken);

        Assert.Equal(SubmitOutcome.Accepted, (await first).Outcome);
        var result = await withheld.WaitAsync(Rig.Patience, TestContext.Current.CancellationToken);
        Assert.Equal((SubmitOutcome.NotSent, SubmitBarrier.Withheld), (result.Outcome, result.Barrier));
        Assert.Equal(SubmitOutcome.Accepted, (await third).Outcome);
        Assert.Equal(["one", "three"], rig.Centre.Texts, StringComparer.Ordinal);
        var atOnce = await rig.Client.SubmitAsync(Rig.Sms("four") with { Permit = permit });
        Assert.Equal(SubmitBarrier.Withheld, atOnce.Barrier);
    }

    [Fact]
    public async Task Deliver_ToTheEsme_IsAcknowledgedOnlyOnceItWasTaken()
    {
        await using var rig = await Rig.Start();
        var stored = new TaskCompletionSource<MessageAnswer>();
        rig.Desk.Answer = _ => new(stored.Task);

        var delivery = rig.Session.DeliverAsync(Rig.Sms("STOP")).AsTask();

        await Rig.Eventually("the message is at the ESME", () => rig.Desk.Texts.Contains("STOP", StringComparer.Ordinal));
        Assert.False(delivery.IsCompleted);
        Assert.Equal(1, rig.Session.InFlight);
        stored.SetResult(MessageAnswer.Taken);
        Assert.Equal(SubmitOutcome.Accepted, (await delivery.WaitAsync(Rig.Patience, TestContext.Current.CancellationToken)).Outcome);
    }

    [Fact]
    public async Task Deliver_ThatTheOwnerFailsAt_StaysWithTheSmsc()
    {
        await using var rig = await Rig.Start(options => options with { MaxIncoming = 1 });
        rig.Desk.Answer = _ => throw new InvalidOperationException("no store");
        Assert.Equal(CommandStatus.SystemError, (await rig.Session.DeliverAsync(Rig.Sms())).Status);
        rig.Desk.Answer = _ => ValueTask.FromException<MessageAnswer>(new InvalidOperationException("no store"));
        Assert.Equal(CommandStatus.SystemError, (await rig.Session.DeliverAsync(Rig.Sms())).Status);

        // One may wait; a second is left with the SMSC.
        var stored = new TaskCompletionSource<MessageAnswer>();
        rig.Desk.Answer = _ => new(stored.Task);
        var first = rig.Session.DeliverAsync(Rig.Sms()).AsTask();
        Assert.Equal(CommandStatus.ReceiverTemporaryError, (await rig.Session.DeliverAsync(Rig.Sms())).Status);
        stored.SetResult(MessageAnswer.Taken);
        Assert.Equal(SubmitOutcome.Accepted, (await first).Outcome);
    }

    [Fact]
    public async Task DataQueryCancelReplaceAlert_AsTheSpecificationHasThem_Work()
    {
        await using var rig = await Rig.Start();
        var tlvs = new byte[32];
        var size = Tlv.Write(tlvs, TlvTag.MessagePayload, "Kind vermist"u8);
        var data = await rig.Client.SendDataAsync(Rig.Sms() with { ShortMessage = default, Tlvs = tlvs.AsMemory(0, size) });
        Assert.Equal((SubmitOutcome.Accepted, "1"), (data.Outcome, data.MessageId.ToString()));
        Assert.Equal("Kind vermist", Assert.Single(rig.Centre.Texts));

        var source = SmppAddress.Alphanumeric("Burgernet");
        var state = await rig.Client.QueryAsync(new MessageId("1"), source);
        Assert.Equal((SubmitOutcome.Accepted, MessageState.Delivered, (byte)7), (state.Outcome, state.State, state.ErrorCode));
        Assert.Equal(2026, state.FinalDate.Resolve(default).Year);
        Assert.Equal(SubmitOutcome.Accepted, (await rig.Client.CancelAsync(new MessageId("1"), source, default)).Outcome);
        Assert.Equal(CommandStatus.CancelFailed, (await rig.Client.CancelAsync(new MessageId("2"), source, default)).Status);
        Assert.Equal(CommandStatus.ReplaceFailed, (await rig.Client.ReplaceAsync(new MessageId("1"), Rig.Sms("Gevonden"))).Status);
        rig.Session.Alert(SmppAddress.International("+31991005678"));
        await Rig.Eventually("the alert came", () => rig.Desk.Alerts.Contains("31991005678", StringComparer.Ordinal));
        Assert.Equal(
            SubmitOutcome.Accepted,
            (await rig.Session.SendDataAsync(Rig.Sms() with { ShortMessage = default, Tlvs = tlvs.AsMemory(0, size) })).Outcome
        );
    }

    [Theory]
    [InlineData(BindMode.Transmitter, true, false)]
    [InlineData(BindMode.Receiver, false, true)]
    public async Task Bind_ForOneDirection_CarriesThatOnly(BindMode mode, bool sends, bool receives)
    {
        await using var rig = await Rig.Start(options => options with { Mode = mode });
        Assert.Equal(sends ? SubmitOutcome.Accepted : SubmitOutcome.NotSent, (await rig.Submit()).Outcome);
        Assert.Equal(receives ? SubmitOutcome.Accepted : SubmitOutcome.NotSent, (await rig.Session.DeliverAsync(Rig.Sms())).Outcome);
        Assert.Equal(mode, rig.Session.Bind!.Mode);
    }

    [Fact]
    public async Task Bind_Refused_IsTriedAgainSlowlyUntilItIsTaken()
    {
        var centre = new Centre { BindStatus = CommandStatus.InvalidPassword };
        await using var rig = await Rig.Start(centre: centre, waits: false);
        await Rig.Eventually("it was refused twice", () => centre.Binds.Count >= 2);
        Assert.Equal((SmppFailure.BindRefused, CommandStatus.InvalidPassword), (rig.Client.LastFailure, rig.Client.LastBindStatus));
        Assert.Equal(SubmitBarrier.NotBound, (await rig.Submit()).Barrier);
        centre.BindStatus = CommandStatus.Ok;
        await rig
            .Client.WaitUntilBoundAsync(TestContext.Current.CancellationToken)
            .WaitAsync(Rig.Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Outbind_FromTheSmsc_IsAnsweredByABind()
    {
        await using var server = SmppServer.Start(new SmppServerOptions(), new Centre());
        var desk = new Desk();
        var options = Rig.Options(server.LocalEndPoint) with
        {
            Smsc = null,
            ListenForOutbind = new IPEndPoint(IPAddress.Loopback, 0),
            OutbindCredentials = new SmppCredentials("smsc", "knock"),
            Mode = BindMode.Receiver,
        };
        await using var client = SmppClient.Start(options, desk);

        await server.OutbindAsync(client.OutbindEndPoint!, new SmppCredentials("smsc", "wrong"), TestContext.Current.CancellationToken);
        await Rig.Eventually("a wrong password was turned away", () => client.LastFailure == SmppFailure.BindRefused);
        await server.OutbindAsync(client.OutbindEndPoint!, new SmppCredentials("smsc", "knock"), TestContext.Current.CancellationToken);
        await client
            .WaitUntilBoundAsync(TestContext.Current.CancellationToken)
            .WaitAsync(Rig.Patience, TestContext.Current.CancellationToken);
        await Rig.Eventually("the SMSC sees it bound", () => server.Sessions.Count == 1);
        Assert.Equal(SubmitOutcome.Accepted, (await server.Sessions[0].DeliverAsync(Rig.Sms("HULP"))).Outcome);
        Assert.Contains("HULP", desk.Texts, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Stop_WithWorkUnderWay_DrainsAndUnbinds()
    {
        var gate = new TaskCompletionSource();
        var centre = new Centre
        {
            Answer = async (_, _, number) =>
            {
                await gate.Task;
                return new MessageAnswer(CommandStatus.Ok, new MessageId($"{number}"));
            },
        };
        await using var rig = await Rig.Start(options => options with { Window = 2 }, centre: centre);
        var submits = Enumerable.Range(0, 10).Select(_ => rig.Submit()).ToArray();
        await Rig.Eventually("two are at the SMSC", () => centre.Count == 2);

        var stop = rig.Client.StopAsync(Rig.Patience);
        Assert.Equal(SubmitBarrier.Closing, (await rig.Submit()).Barrier);
        gate.SetResult();
        await stop.WaitAsync(Rig.Patience, TestContext.Current.CancellationToken);

        Assert.All(await Task.WhenAll(submits), result => Assert.Equal(SubmitOutcome.Accepted, result.Outcome));
        Assert.Equal(SmppClientState.Stopped, rig.Client.State);
        await Rig.Eventually("the SMSC was told", () => centre.Ends.Contains(SmppFailure.Unbound));
    }

    [Fact]
    public async Task Stop_WithoutGrace_TellsWhatWasSentAndWhatWasNot()
    {
        var centre = new Centre { Answer = (_, _, _) => new(new TaskCompletionSource<MessageAnswer>().Task) };
        await using var rig = await Rig.Start(
            options => options with { Window = 2, ResponseTimeout = TimeSpan.FromSeconds(1) },
            centre: centre
        );
        var submits = Enumerable.Range(0, 10).Select(_ => rig.Submit()).ToArray();
        await Rig.Eventually("two are at the SMSC", () => centre.Count == 2);
        await rig.Client.StopAsync(TimeSpan.Zero);
        var results = await Task.WhenAll(submits);
        Assert.Equal(
            (2, 8),
            (
                results.Count(result => result.Outcome == SubmitOutcome.Unknown),
                results.Count(result => result.Outcome == SubmitOutcome.NotSent)
            )
        );
    }

    [Theory]
    [InlineData(0, "Window")]
    [InlineData(1_001, "Window")]
    public void Options_ThatCannotBe_AreRefusedWithTheReason(int window, string reason)
    {
        var options = Rig.Options(new IPEndPoint(IPAddress.Loopback, 1)) with { Window = window };
        Assert.Contains(
            reason,
            Assert.Throws<ArgumentException>(() => SmppClient.Start(options, new Desk())).Message,
            StringComparison.Ordinal
        );
        Assert.NotNull((options with { Window = 1, Smsc = null }).Examine());
        Assert.NotNull((options with { Window = 1, Credentials = new SmppCredentials("0123456789012345", "") }).Examine());
        Assert.NotNull((options with { Window = 1, MaxPerSecond = 0 }).Examine());
        Assert.Null((options with { Window = 1 }).Examine());
        Assert.NotNull(new SmppServerOptions { Window = 0 }.Examine());
        Assert.DoesNotContain("secret", options.ToString(), StringComparison.Ordinal);
    }

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = Volatile.Read(ref most); now > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, now, seen);
        }
    }
}
