using System.Collections.Concurrent;
using System.Threading.Channels;
using Burgernet.Sip;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>Remembers all news of placed calls and lets a test wait for one, by name.</summary>
internal sealed class RecordingOwner : ISipCallOwner
{
    private readonly ConcurrentQueue<SipCallNews> _news = new();
    private readonly Channel<bool> _changed = Channel.CreateUnbounded<bool>();

    public bool Allows { get; set; } = true;

    public Action<SipCallNews>? OnEach { get; set; }

    public IReadOnlyList<SipCallNews> News => [.. _news];

    public bool MayStart(long tag) => Allows;

    public void OnNews(in SipCallNews news)
    {
        _news.Enqueue(news);
        OnEach?.Invoke(news);
        _changed.Writer.TryWrite(true);
    }

    public async Task<SipCallNews> Expect(SipCallNewsKind kind, int seconds = 20, long tag = 1)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        while (true)
        {
            foreach (var news in _news)
            {
                if (news.Kind == kind && news.Tag == tag)
                {
                    return news;
                }
            }

            try
            {
                await _changed.Reader.ReadAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail(
                    $"No {kind} for call {tag} within {seconds} s; heard: {string.Join(", ", _news.Select(n => $"{n.Kind} {n.StatusCode} {n.End}"))}"
                );
            }
        }
    }
}
