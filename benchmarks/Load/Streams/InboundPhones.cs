using System.Collections.Concurrent;
using System.Globalization;
using Burgernet.Sip;
using Burgernet.Sip.Media;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>The far side of the run with inbound audio, in a process of its own: phones that speak all the time and press keys.</summary>
internal sealed class InboundPhones : ISipIncomingCallHandler, ISipIncomingCallOwner
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan FirstKey = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<SipIncomingCall> _acknowledged = new();
    private readonly AudioMessage _voice;

    private InboundPhones(TimeSpan time) => _voice = Tone.Message(time);

    /// <summary>Prints its port; ends when its input does.</summary>
    /// <param name="calls">Most calls at once.</param>
    /// <param name="seconds">How long each speaks.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<int> RunAsync(int calls, int seconds, CancellationToken cancellation)
    {
        var phones = new InboundPhones(TimeSpan.FromSeconds(seconds));
        using var ports = MediaPorts.Row(calls * 3);
        await using var endpoint = SipEndpoint.Start(
            new SipEndpointOptions
            {
                IncomingCalls = phones,
                MaxCalls = calls + 100,
                FirstMediaPort = ports.First,
                LastMediaPort = ports.Last,
            }
        );
        using var over = new CancellationTokenSource();
        var pressing = phones.PressAsync(over.Token);
        Console.WriteLine(endpoint.LocalEndPoint.Port.ToString(CultureInfo.InvariantCulture));
        while (await Console.In.ReadLineAsync(cancellation) is not null)
        {
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{endpoint.MediaMeters.RtpSent} {endpoint.MediaMeters.RtpReceived}")
            );
        }

        await over.CancelAsync();
        await pressing;
        return 0;
    }

    public void OnInvite(SipIncomingCall call)
    {
        call.Owner = this;
        call.Answer(_voice);
    }

    public void OnNews(SipIncomingCall call, SipIncomingCallNews news)
    {
        if (news == SipIncomingCallNews.Acknowledged)
        {
            _acknowledged.Enqueue(call);
        }
    }

    /// <summary>Each phone presses its keys one after the other, no two phones in step.</summary>
    private async Task PressAsync(CancellationToken cancellation)
    {
        var due = new PriorityQueue<(SipIncomingCall Call, int Key), TimeSpan>();
        using var timer = new PeriodicTimer(Turn);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (!cancellation.IsCancellationRequested)
        {
            while (_acknowledged.TryDequeue(out var call))
            {
                due.Enqueue((call, 0), clock.Elapsed + FirstKey);
            }

            while (due.TryPeek(out var press, out var at) && at <= clock.Elapsed)
            {
                due.Dequeue();
                press.Call.SendKey(InboundKeys.Of(InboundKeys.CallOf(press.Call.CalledNumber), press.Key));
                if (press.Key + 1 < InboundKeys.Count)
                {
                    due.Enqueue(press with { Key = press.Key + 1 }, at + InboundKeys.Spacing);
                }
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
