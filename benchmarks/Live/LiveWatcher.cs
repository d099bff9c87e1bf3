using System.Collections.Concurrent;
using System.Net.ServerSentEvents;

namespace Burgernet.Benchmarks.Live;

/// <summary>A live view that is read as fast as it comes.</summary>
internal sealed class LiveWatcher(HttpClient http, string address) : IAsyncDisposable
{
    private readonly CancellationTokenSource _left = new();
    private Task _reading = Task.CompletedTask;
    private int _progress;

    /// <summary>When each entry came, by its sequence, as a timestamp.</summary>
    public ConcurrentDictionary<long, long> Seen { get; } = new();

    /// <summary>Events <c>progress</c> so far.</summary>
    public int Progress => Volatile.Read(ref _progress);

    /// <summary>Opens it; returns when the answer has begun.</summary>
    public async Task Open()
    {
        var response = await http.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        var stream = await response.Content.ReadAsStreamAsync();
        _reading = Read(response, stream);
    }

    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        await _reading;
        _left.Dispose();
    }

    private async Task Read(HttpResponseMessage response, Stream stream)
    {
        using (response)
        {
            try
            {
                await foreach (var item in SseParser.Create(stream).EnumerateAsync(_left.Token))
                {
                    if (item.EventType == "entry")
                    {
                        Seen[long.Parse(item.EventId!, System.Globalization.CultureInfo.InvariantCulture)] =
                            TimeProvider.System.GetTimestamp();
                    }
                    else if (item.EventType == "progress")
                    {
                        Interlocked.Increment(ref _progress);
                    }
                }
            }
            catch (OperationCanceledException)
            {
                // It has seen enough.
            }
        }
    }
}
