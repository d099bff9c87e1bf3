using System.Diagnostics;
using Burgernet.Sip;

namespace Burgernet.Benchmarks.Load;

/// <summary>Places calls at a steady rate from a thread of its own: a timer of the thread pool costs more than the calls.</summary>
/// <param name="endpoint">Where.</param>
/// <param name="request">The call; its tag is counted on.</param>
/// <param name="turnMilliseconds">How often it looks whether a call is due.</param>
internal sealed class CallSource(SipEndpoint endpoint, SipCallRequest request, int turnMilliseconds = 2)
{
    private readonly TimeSpan _turn = TimeSpan.FromMilliseconds(turnMilliseconds);

    private long _placed;

    public SipTrunk Trunk => request.Trunk;

    /// <summary>Calls placed so far.</summary>
    public long Placed => Volatile.Read(ref _placed);

    /// <summary>Places calls until the number, or the time of <paramref name="cancellation"/>, is up.</summary>
    /// <param name="count">How many.</param>
    /// <param name="rate">Calls a second.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>How long it took.</returns>
    public Task<TimeSpan> PlaceAsync(long count, int rate, CancellationToken cancellation) =>
        Task.Factory.StartNew(() => Place(count, rate, cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private TimeSpan Place(long count, int rate, CancellationToken cancellation)
    {
        Thread.CurrentThread.Name = "caller";
        var clock = Stopwatch.StartNew();
        for (long placed = 0; placed < count && !cancellation.IsCancellationRequested; )
        {
            var due = Math.Min(count, (long)(clock.Elapsed.TotalSeconds * rate) + 1);
            for (; placed < due; placed++)
            {
                endpoint.PlaceCall(request with { Tag = _placed });
                Volatile.Write(ref _placed, _placed + 1);
            }

            cancellation.WaitHandle.WaitOne(_turn);
        }

        return clock.Elapsed;
    }
}
