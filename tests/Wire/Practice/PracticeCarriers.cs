using Burgernet.Practice;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Practice;

/// <summary>Carriers as the wire tests want them: quick phones, and a record to wait for.</summary>
internal static class PracticeCarriers
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    /// <summary>Ten times as fast, many calls a second, media ports of its own each time.</summary>
    public static PracticeCarrierOptions Quick
    {
        get
        {
            var (first, last) = MediaPorts.Next();
            return new()
            {
                Pace = 0.1,
                CallsPerSecond = 1_000,
                FirstMediaPort = first,
                LastMediaPort = last,
            };
        }
    }

    public static PracticeCarrier Start(PracticePhoneBehaviour behaviour) =>
        PracticeCarrier.Start(Quick with { Mix = PracticeMix.Only(behaviour) });

    /// <summary>The record once each of so many calls has its end: the caller may know a call's end before the carrier does.</summary>
    public static async Task<IReadOnlyList<PracticeCallRecord>> EndedAsync(this PracticeCarrier carrier, int calls)
    {
        await carrier.UntilAsync(records => records.Count(r => r.Ended is not null) >= calls, $"{calls} calls to end at the carrier");
        return carrier.Records;
    }

    /// <summary>Waits until the record shows something.</summary>
    public static async Task UntilAsync(this PracticeCarrier carrier, Func<IReadOnlyList<PracticeCallRecord>, bool> holds, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!holds(carrier.Records))
        {
            Assert.True(
                TimeProvider.System.GetElapsedTime(started) < Limit,
                $"Waited {Limit.TotalSeconds} s in vain for {what}: {string.Join("; ", carrier.Records)}"
            );
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
