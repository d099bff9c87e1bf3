using System.Net;
using System.Net.Sockets;
using Burgernet.Practice;
using Burgernet.Sip;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Practice;

/// <summary>The practice carrier called by our own endpoint: what the caller believes against what the carrier saw.</summary>
public sealed class PracticeCarrierTests
{
    private const string Number = "+31990000000";

    [Fact]
    public async Task Call_PhoneListens_HearsWholeMessage()
    {
        await using var carrier = PracticeCarriers.Start(PracticePhoneBehaviour.Listens);
        await using var caller = new PracticeCaller(carrier);
        var outcome = await caller.CallAsync(Number);
        Assert.Equal((SipCallEnd.HungUpByUs, true, true), (outcome.End, outcome.Rang, outcome.Answered));
        Assert.Equal(caller.Message.Duration, outcome.Played);

        var record = Assert.Single(await carrier.EndedAsync(1));
        Assert.StartsWith(outcome.CallId, record.CallId, StringComparison.Ordinal);
        Assert.Equal((Number, "+31570693911"), (record.Called, record.Calling));
        Assert.Equal(
            (PracticePhoneBehaviour.Listens, PracticeCallEnder.Caller, 200),
            (record.Behaviour, record.EndedBy, record.FinalStatus)
        );
        Assert.InRange(record.Heard, caller.Message.Duration - TimeSpan.FromMilliseconds(40), caller.Message.Duration);
        Assert.True(record.Invited.Monotonic < record.Ringing!.Value.Monotonic);
        Assert.True(record.Ringing.Value.Monotonic < record.Answered!.Value.Monotonic);
        Assert.True(
            record.Ended!.Value.Monotonic - record.Answered.Value.Monotonic >= caller.Message.Duration - TimeSpan.FromMilliseconds(40)
        );
        Assert.Equal(0, carrier.ChannelsInUse);
    }

    [Fact]
    public async Task Call_PhoneHangsUpEarly_EndsByPeer()
    {
        await using var carrier = PracticeCarriers.Start(PracticePhoneBehaviour.HangsUpEarly);
        await using var caller = new PracticeCaller(carrier);
        var outcome = await caller.CallAsync(Number);
        Assert.Equal((SipCallEnd.HungUpByPeer, true), (outcome.End, outcome.Answered));
        Assert.True(outcome.Played < caller.Message.Duration, $"{outcome.Played} were played");
        var record = Assert.Single(await carrier.EndedAsync(1));
        Assert.Equal((PracticeCallEnder.Phone, 200), (record.EndedBy, record.FinalStatus));
        Assert.True(record.RtpPackets > 0);
    }

    [Fact]
    public async Task Call_PhonePressesOne_CallerHearsKeyOnce()
    {
        await using var carrier = PracticeCarriers.Start(PracticePhoneBehaviour.PressesOne);
        await using var caller = new PracticeCaller(carrier);
        var outcome = await caller.CallAsync(Number, linger: TimeSpan.FromMilliseconds(500));
        Assert.Equal(("1", SipCallEnd.HungUpByUs), (outcome.Keys, outcome.End));
        Assert.Equal("1", Assert.Single(await carrier.EndedAsync(1)).Keys);
    }

    [Fact]
    public async Task Call_PhoneBusy_IsRejected486()
    {
        await using var carrier = PracticeCarriers.Start(PracticePhoneBehaviour.Busy);
        await using var caller = new PracticeCaller(carrier);
        var outcome = await caller.CallAsync(Number);
        Assert.Equal((SipCallEnd.Rejected, 486, false), (outcome.End, outcome.Status, outcome.Rang));
        var record = Assert.Single(await carrier.EndedAsync(1));
        Assert.Equal((486, PracticeCallEnder.Phone), (record.FinalStatus, record.EndedBy));
    }

    [Fact]
    public async Task Call_PhoneUnreachable_IsRejectedAtOnce()
    {
        await using var carrier = PracticeCarriers.Start(PracticePhoneBehaviour.Unreachable);
        await using var caller = new PracticeCaller(carrier);
        var outcome = await caller.CallAsync(Number);
        Assert.Equal(SipCallEnd.Rejected, outcome.End);
        Assert.Contains(outcome.Status, new[] { 404, 480 });
        Assert.Equal(outcome.Status, Assert.Single(await carrier.EndedAsync(1)).FinalStatus);
    }

    [Fact]
    public async Task Call_NobodyAnswersWithinRingLimit_IsCancelled()
    {
        await using var carrier = PracticeCarriers.Start(PracticePhoneBehaviour.NoAnswer);
        await using var caller = new PracticeCaller(carrier);
        var outcome = await caller.CallAsync(Number, ringLimit: TimeSpan.FromSeconds(1));
        Assert.Equal((SipCallEnd.RingLimit, true, false), (outcome.End, outcome.Rang, outcome.Answered));
        var record = Assert.Single(await carrier.EndedAsync(1));
        Assert.Equal((487, PracticeCallEnder.Caller), (record.FinalStatus, record.EndedBy));
    }

    [Fact]
    public async Task Call_CancelledWhileRinging_Ends487()
    {
        await using var carrier = PracticeCarriers.Start(PracticePhoneBehaviour.NoAnswer);
        await using var caller = new PracticeCaller(carrier);
        var outcome = await caller.CallAndCancelAsync(Number);
        Assert.Equal(SipCallEnd.Cancelled, outcome.End);
        var record = Assert.Single(await carrier.EndedAsync(1));
        Assert.Equal((487, PracticeCallEnder.Caller), (record.FinalStatus, record.EndedBy));
    }

    [Fact]
    public async Task Call_Voicemail_AnswersAndListens()
    {
        await using var carrier = PracticeCarriers.Start(PracticePhoneBehaviour.Voicemail);
        await using var caller = new PracticeCaller(carrier);
        var outcome = await caller.CallAsync(Number);
        Assert.Equal((SipCallEnd.HungUpByUs, true), (outcome.End, outcome.Answered));
        var record = Assert.Single(await carrier.EndedAsync(1));
        Assert.Equal(PracticePhoneBehaviour.Voicemail, record.Behaviour);
        Assert.InRange(record.Heard, caller.Message.Duration - TimeSpan.FromMilliseconds(40), caller.Message.Duration);
    }

    [Fact]
    public async Task Call_ForeignNumber_Is404AndViolation()
    {
        await using var carrier = PracticeCarriers.Start(PracticePhoneBehaviour.Listens);
        await using var caller = new PracticeCaller(carrier);
        var outcome = await caller.CallAsync("+319900000001");
        Assert.Equal((SipCallEnd.Rejected, 404), (outcome.End, outcome.Status));
        Assert.Equal(1, carrier.Totals.Violations);
        Assert.Equal("+31990xxxxxxx", Assert.Single(carrier.Records).Called);
    }

    [Fact]
    public async Task Calls_MoreThanChannels_RestIs503ByBothRecords()
    {
        await using var carrier = PracticeCarrier.Start(
            PracticeCarriers.Quick with
            {
                Channels = 5,
                Mix = PracticeMix.Only(PracticePhoneBehaviour.NoAnswer),
            }
        );
        await using var caller = new PracticeCaller(carrier);
        var calls = Enumerable
            .Range(0, 12)
            .Select(i => caller.CallAsync(PracticeNumbers.Format(i), ringLimit: TimeSpan.FromSeconds(3)))
            .ToArray();
        var outcomes = await Task.WhenAll(calls);
        Assert.Equal(5, outcomes.Count(o => o.End == SipCallEnd.RingLimit));
        Assert.Equal(7, outcomes.Count(o => o is { End: SipCallEnd.Rejected, Status: 503, RetryAfter: 2 }));
        var records = await carrier.EndedAsync(12);
        Assert.Equal(7, records.Count(r => r.Refusal == PracticeRefusal.ChannelsFull));
        Assert.Equal((5, 7L, 0), (carrier.Peaks.Channels, carrier.Totals.RefusedChannels, carrier.ChannelsInUse));
    }

    [Fact]
    public async Task Calls_MoreInOneSecondThanAllowed_RestIs503WithRetryAfterOne()
    {
        await using var carrier = PracticeCarrier.Start(
            PracticeCarriers.Quick with
            {
                CallsPerSecond = 4,
                Mix = PracticeMix.Only(PracticePhoneBehaviour.NoAnswer),
            }
        );
        await using var caller = new PracticeCaller(carrier);
        var calls = Enumerable
            .Range(0, 10)
            .Select(i => caller.CallAsync(PracticeNumbers.Format(i), ringLimit: TimeSpan.FromSeconds(2)))
            .ToArray();
        var outcomes = await Task.WhenAll(calls);
        var records = await carrier.EndedAsync(10);

        // On a stalled machine the ten may spread over more than a second: the record says how many windows there were.
        Assert.InRange(carrier.Peaks.AdmittedPerSecond, 1, 4);
        Assert.Equal(records.Count(r => r.Refusal == PracticeRefusal.TooFast), outcomes.Count(o => o is { Status: 503, RetryAfter: 1 }));
        Assert.Equal(10, records.Count(r => r.Refusal == PracticeRefusal.TooFast) + outcomes.Count(o => o.End == SipCallEnd.RingLimit));
        var admitted = records.Where(r => r.Refusal is null).Select(r => r.Invited.Monotonic).ToArray();
        Assert.All(admitted, at => Assert.InRange(admitted.Count(other => at - other < TimeSpan.FromSeconds(1) && other <= at), 1, 4));
    }

    [Fact]
    public async Task Calls_DefaultMix_CallerAndCarrierAgreeOnEach()
    {
        const int Count = 150;
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "record.jsonl");
        var carrier = PracticeCarrier.Start(PracticeCarriers.Quick with { RecordFile = path });
        await using var caller = new PracticeCaller(carrier);
        var calls = Enumerable
            .Range(0, Count)
            .Select(i => caller.CallAsync(PracticeNumbers.Format(i), ringLimit: TimeSpan.FromSeconds(5)))
            .ToArray();
        var outcomes = await Task.WhenAll(calls);
        var records = (await carrier.EndedAsync(Count)).ToDictionary(r => r.Called, StringComparer.Ordinal);
        foreach (var outcome in outcomes)
        {
            var record = records[outcome.Number];
            Assert.Equal(PracticePhonePolicy.For(outcome.Number, PracticeCarriers.Quick.Seed).Behaviour, record.Behaviour);
            Assert.StartsWith(outcome.CallId + "@", record.CallId + "@", StringComparison.Ordinal);
            Assert.Equal(Expected(record), outcome.End);
            Assert.Equal(record.Answered is not null, outcome.Answered);
            Assert.Equal(record.Ringing is not null, outcome.Rang);
        }

        await carrier.DisposeAsync();
        Assert.Equal(carrier.Records, PracticeRecordFile.Read(path));
    }

    [Fact]
    public async Task Stop_CallsRingingAndAnswered_EndsAllAndCompletesRecord()
    {
        var carrier = PracticeCarriers.Start(PracticePhoneBehaviour.NoAnswer);
        await using var caller = new PracticeCaller(carrier);
        var call = caller.CallAsync(Number);
        await carrier.UntilAsync(records => records is [{ Ringing: not null }], "the phone to ring");
        await carrier.StopAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        var outcome = await call;
        Assert.Equal((SipCallEnd.Rejected, 503), (outcome.End, outcome.Status));
        Assert.Equal(PracticeRefusal.Stopping, Assert.Single(carrier.Records).Refusal);
        await carrier.DisposeAsync();
    }

    [Fact]
    public async Task Start_PortTaken_ThrowsAndLetsGoOfRecord()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "record.jsonl");
        await using var first = PracticeCarriers.Start(PracticePhoneBehaviour.Listens);
        var options = PracticeCarriers.Quick with { Listen = first.LocalEndPoint, RecordFile = path };
        Assert.Throws<SocketException>(() => PracticeCarrier.Start(options));
        await using (PracticeCarrier.Start(options with { Listen = new IPEndPoint(IPAddress.Loopback, 0) })) { }
    }

    private static SipCallEnd Expected(PracticeCallRecord record) =>
        record.Behaviour switch
        {
            PracticePhoneBehaviour.Busy or PracticePhoneBehaviour.Unreachable => SipCallEnd.Rejected,
            PracticePhoneBehaviour.NoAnswer => SipCallEnd.RingLimit,
            PracticePhoneBehaviour.HangsUpEarly when record.EndedBy == PracticeCallEnder.Phone => SipCallEnd.HungUpByPeer,
            _ => SipCallEnd.HungUpByUs,
        };
}
