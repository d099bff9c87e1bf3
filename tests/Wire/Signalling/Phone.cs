using System.Collections.Concurrent;
using System.Threading.Channels;
using Burgernet.Sip;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>Answers incoming calls as a test says.</summary>
internal sealed class Phone : ISipIncomingCallHandler, ISipIncomingCallOwner
{
    private readonly Channel<bool> _changed = Channel.CreateUnbounded<bool>();
    private readonly ConcurrentQueue<SipIncomingCallNews> _news = new();

    public required Action<SipIncomingCall> OnCall { get; init; }

    public Action<SipIncomingCall, SipIncomingCallNews>? OnEach { get; init; }

    public SipIncomingCall? LastCall { get; private set; }

    public void OnInvite(SipIncomingCall call)
    {
        call.Owner = this;
        LastCall = call;
        OnCall(call);
    }

    public void OnNews(SipIncomingCall call, SipIncomingCallNews news)
    {
        OnEach?.Invoke(call, news);
        _news.Enqueue(news);
        _changed.Writer.TryWrite(true);
    }

    public async Task Expect(SipIncomingCallNews wanted, int seconds = 20)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        while (!_news.Contains(wanted))
        {
            try
            {
                await _changed.Reader.ReadAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"The phone did not see {wanted} within {seconds} s; it saw: {string.Join(", ", _news)}");
            }
        }
    }
}
