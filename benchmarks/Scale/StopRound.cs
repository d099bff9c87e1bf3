using Burgernet.Practice;

namespace Burgernet.Benchmarks.Scale;

/// <summary>One stop, by the carrier's record and the monotonic clock that all processes of the machine share.</summary>
internal sealed record StopRound
{
    /// <summary>What becomes of answered calls.</summary>
    public required string Calls { get; init; }

    /// <summary>INVITEs in the second before the stop was asked for.</summary>
    public required int Rate { get; init; }

    /// <summary>From the request until its answer: in between it was accepted.</summary>
    public required TimeSpan Answered { get; init; }

    /// <summary>From the request until the last INVITE; negative where none came after it.</summary>
    public required TimeSpan LastInvite { get; init; }

    /// <summary>INVITEs after the request.</summary>
    public required int Late { get; init; }

    /// <summary>From the request until the last phone that had not been answered by then was quiet.</summary>
    public required TimeSpan Quiet { get; init; }

    /// <summary>From the request until the last call was over.</summary>
    public required TimeSpan Over { get; init; }

    /// <summary>From the answer until the last INVITE: whatever the moment of acceptance was, not less than from it.</summary>
    public TimeSpan AfterAnswer => LastInvite - Answered;

    /// <summary>Reads it off the calls of its action.</summary>
    public static StopRound Of(IReadOnlyList<PracticeCallRecord> calls, string how, TimeSpan asked, TimeSpan answered)
    {
        var second = TimeSpan.FromSeconds(1);
        return new StopRound
        {
            Calls = how,
            Rate = calls.Count(call => call.Invited.Monotonic < asked && call.Invited.Monotonic >= asked - second),
            Answered = answered - asked,
            LastInvite = calls.Max(call => call.Invited.Monotonic) - asked,
            Late = calls.Count(call => call.Invited.Monotonic >= asked),
            Quiet = Last(calls.Where(call => call.Answered is null), asked),
            Over = Last(calls, asked),
        };
    }

    private static TimeSpan Last(IEnumerable<PracticeCallRecord> calls, TimeSpan asked) =>
        calls.Select(call => call.Ended!.Value.Monotonic - asked).DefaultIfEmpty(TimeSpan.Zero).Max();
}
