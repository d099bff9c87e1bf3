using Burgernet.Practice;

namespace Burgernet.Benchmarks.Starts;

/// <summary>One action that was started; times by the machine's monotonic clock.</summary>
/// <param name="People">How many it would call.</param>
/// <param name="Asked">Right before the request to start was sent.</param>
/// <param name="Replied">When it was answered.</param>
/// <param name="Over">When all its calls were over: calls until then are its own.</param>
internal sealed record StartSample(int People, TimeSpan Asked, TimeSpan Replied, TimeSpan Over)
{
    /// <summary>From the request to the first INVITE.</summary>
    public TimeSpan FirstCall(IEnumerable<PracticeCallRecord> record) =>
        record.Select(call => call.Invited.Monotonic).Where(invited => invited >= Asked && invited <= Over).Min() - Asked;
}
