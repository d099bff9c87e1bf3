using Burgernet.Grains.Dialing;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>A dialer as a carrier must fear it: it fills its share and falls silent.</summary>
internal struct LeaseHolder
{
    public LeaseShare Share { get; private set; }

    /// <summary>When its lease ends.</summary>
    public DateTimeOffset Until { get; private set; }

    public int Calls { get; private set; }

    /// <summary>When its last call began.</summary>
    public DateTimeOffset LastStart { get; private set; }

    /// <summary>What it may be using: its calls, and while its lease lasts whatever it may still start.</summary>
    public readonly int InUse(DateTimeOffset now, TimeSpan longestCall)
    {
        var calls = now >= LastStart + longestCall ? 0 : Calls;
        return now < Until ? Math.Max(calls, Share.Channels) : calls;
    }

    public void EndCalls(DateTimeOffset now, TimeSpan longestCall, bool all) => Calls = all || now >= LastStart + longestCall ? 0 : Calls;

    public void EndSome(int calls) => Calls = Math.Max(0, Calls - calls);

    public void Take(LeaseShare share, DateTimeOffset now, DateTimeOffset until)
    {
        Share = share;
        Until = until;
        LastStart = Calls == 0 ? now : LastStart;
    }

    public void CallAsMuchAsItMay(DateTimeOffset now, int calls)
    {
        var more = Math.Clamp(Share.Channels - Calls, 0, calls);
        Calls += more;
        LastStart = more > 0 ? now : LastStart;
    }
}
