using Burgernet.Sip;

namespace Burgernet.Practice;

/// <summary>One phone that calls back: once answered it presses its key, and hangs up when it has stayed long enough.</summary>
internal sealed class PracticeCaller(PracticeExchange exchange, SipEndpoint endpoint, char? key) : IDisposable
{
    private static readonly TimeSpan KeyAfter = TimeSpan.FromSeconds(1);

    private ITimer? _key;
    private ITimer? _end;

    public bool IsAnswered => _end is not null;

    public void Answered(SipCallId call)
    {
        var pace = exchange.Options.Pace;
        if (key is { } pressed)
        {
            _key = After(KeyAfter * pace, () => endpoint.SendKey(call, pressed));
        }

        _end = After(exchange.Options.CallBacks.StaysFor * pace, () => endpoint.End(call));
    }

    public void Dispose()
    {
        _key?.Dispose();
        _end?.Dispose();
    }

    private ITimer After(TimeSpan wait, Action then) => exchange.Time.CreateTimer(_ => then(), null, wait, Timeout.InfiniteTimeSpan);
}
