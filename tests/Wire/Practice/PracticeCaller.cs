using System.Collections.Concurrent;
using Burgernet.Practice;
using Burgernet.Sip;
using Burgernet.Sip.Media;
using Burgernet.Tests.Wire.Signalling;
using Xunit;

namespace Burgernet.Tests.Wire.Practice;

/// <summary>An endpoint of ours that calls a practice carrier and notes what it hears.</summary>
internal sealed class PracticeCaller : ISipCallOwner, IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<
        long,
        (PracticeCallOutcome Outcome, TaskCompletionSource<PracticeCallOutcome> Ended, TaskCompletionSource Rings)
    > _calls = new();
    private readonly SipEndpoint _endpoint;
    private readonly SipTrunk _trunk;
    private long _tag;

    public PracticeCaller(PracticeCarrier carrier)
    {
        _endpoint = SipEndpoint.Start(new SipEndpointOptions().OnOwnPorts());
        _trunk = _endpoint.AddTrunk(
            new SipTrunkOptions
            {
                Name = "practice",
                Peer = carrier.LocalEndPoint,

                // Every call is to reach the carrier, those placed after its first 503 too.
                LongestRest = TimeSpan.Zero,
            }
        );
        Assert.True(AudioMessage.TryReadWave(VoicemailGreeting.Wave(), out var message, out var error), $"{error}");
        Message = message!;
    }

    /// <summary>What is played on each call.</summary>
    public AudioMessage Message { get; }

    public bool MayStart(long tag) => true;

    public void OnNews(in SipCallNews news)
    {
        var kind = news.Kind;
        var (key, end, status, retryAfter, played) = (news.Key, news.End, news.StatusCode, news.RetryAfterSeconds, news.Played);
        var call = _calls[news.Tag];
        var outcome = kind switch
        {
            SipCallNewsKind.Ringing => call.Outcome with { Rang = true },
            SipCallNewsKind.Answered => call.Outcome with { Answered = true },
            SipCallNewsKind.Key => call.Outcome with { Keys = call.Outcome.Keys + key },
            SipCallNewsKind.Ended => call.Outcome with { End = end, Status = status, RetryAfter = retryAfter, Played = played },
            _ => call.Outcome,
        };
        _calls[news.Tag] = call with { Outcome = outcome };
        if (kind == SipCallNewsKind.Ringing)
        {
            _ = call.Rings.TrySetResult();
        }
        else if (kind == SipCallNewsKind.Ended)
        {
            _ = call.Ended.TrySetResult(outcome);
        }
    }

    /// <summary>Places a call and waits for its end.</summary>
    public Task<PracticeCallOutcome> CallAsync(string number, TimeSpan? ringLimit = null, TimeSpan linger = default) =>
        EndedAsync(Place(number, ringLimit, linger).Tag);

    /// <summary>Places a call, hangs up as soon as it rings, and waits for its end.</summary>
    public async Task<PracticeCallOutcome> CallAndCancelAsync(string number)
    {
        var (tag, id) = Place(number, ringLimit: null, TimeSpan.Zero);
        await WithinAsync(_calls[tag].Rings.Task, $"the call to {number} to ring");
        _endpoint.End(id);
        return await EndedAsync(tag);
    }

    public ValueTask DisposeAsync() => _endpoint.DisposeAsync();

    private (long Tag, SipCallId Id) Place(string number, TimeSpan? ringLimit, TimeSpan linger)
    {
        var tag = Interlocked.Increment(ref _tag);
        var callId = $"practice-{tag}";
        _calls[tag] = (
            new PracticeCallOutcome(number, callId),
            new(TaskCreationOptions.RunContinuationsAsynchronously),
            new(TaskCreationOptions.RunContinuationsAsynchronously)
        );
        var id = _endpoint.PlaceCall(
            new SipCallRequest
            {
                Trunk = _trunk,
                To = number,
                From = "+31570693911",
                Message = Message,
                CallId = callId,
                RingLimit = ringLimit ?? TimeSpan.FromSeconds(30),
                LingerAfterMessage = linger,
                Tag = tag,
                Owner = this,
            }
        );
        return (tag, id);
    }

    private async Task<PracticeCallOutcome> EndedAsync(long tag)
    {
        var call = _calls[tag];
        await WithinAsync(call.Ended.Task, $"the end of the call to {call.Outcome.Number}");
        return await call.Ended.Task;
    }

    private static async Task WithinAsync(Task task, string what)
    {
        try
        {
            await task.WaitAsync(Limit, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Waited {Limit.TotalSeconds} s in vain for {what}.");
        }
    }
}
