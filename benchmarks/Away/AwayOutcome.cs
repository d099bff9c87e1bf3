using Burgernet.Practice;

namespace Burgernet.Benchmarks.Away;

/// <summary>What a run came to, by the carrier's record and by the node's own account.</summary>
/// <param name="moments">When things happened.</param>
/// <param name="record">The carrier's record; every call is over.</param>
/// <param name="big">The action that went on.</param>
/// <param name="other">The action that was stopped while the database was away.</param>
internal sealed class AwayOutcome(AwayMoments moments, IReadOnlyList<PracticeCallRecord> record, AwayAction big, AwayAction other)
{
    public AwayMoments Moments => moments;

    public AwayAction Big => big;

    public AwayAction Other => other;

    /// <summary>What the reply to the stop said.</summary>
    public required string StopSaid { get; init; }

    /// <summary>The status that the stopped action showed while the database was away.</summary>
    public required string ShownMeanwhile { get; init; }

    /// <summary>The status that it shows in the end.</summary>
    public required string ShownAfterwards { get; init; }

    /// <summary>The status code of a start that was asked for meanwhile.</summary>
    public required int StartMeanwhile { get; init; }

    /// <summary>People whom the big and the other action selected.</summary>
    public required (int Big, int Other) Selected { get; init; }

    /// <summary>How long a claim of before may be used.</summary>
    public required TimeSpan Claimable { get; init; }

    /// <summary>At least so long after the answer ends a call that was not cut.</summary>
    public required TimeSpan LeastPlayed { get; init; }

    /// <summary>Calls that were live when the server was gone.</summary>
    public int Live => record.Count(call => call.Invited.Monotonic <= moments.Gone && call.Ended!.Value.Monotonic > moments.Gone);

    /// <summary>Answered calls of the big action that were live then and that we ended before the message was over.</summary>
    public int Cut =>
        big.Calls.Count(call =>
            call is { Answered: not null, EndedBy: PracticeCallEnder.Caller }
            && call.Invited.Monotonic <= moments.Gone
            && call.Ended!.Value.Monotonic > moments.Gone
            && call.Ended.Value.Monotonic - call.Answered.Value.Monotonic < LeastPlayed
        );

    /// <summary>INVITEs between the server's end and the end of what was claimed before.</summary>
    public int ClaimedBefore => Invited(moments.Gone, moments.Gone + Claimable);

    /// <summary>INVITEs after that, until the server was started again.</summary>
    public int StartedMeanwhile => Invited(moments.Gone + Claimable, moments.Returning);

    /// <summary>INVITEs of the stopped action later than a second after its stop was accepted.</summary>
    public int AfterStop => other.Calls.Count(call => call.Invited.Monotonic > moments.StopAccepted + TimeSpan.FromSeconds(1));

    /// <summary>Calls in the carrier's record that no claim of either action names.</summary>
    public int Unclaimed => record.Count - big.Calls.Count() - other.Calls.Count();

    /// <summary>From the server's answer until the first INVITE after it, or null.</summary>
    public TimeSpan? UntilFirstInvite =>
        record
            .Where(call => call.Invited.Monotonic > moments.Returning)
            .Select(call => (TimeSpan?)(call.Invited.Monotonic - moments.Back))
            .Min();

    /// <summary>Answered calls of both that ended while the server was away, and how many have no result of an answer.</summary>
    public (int Ended, int WithoutAnswer) AnsweredMeanwhile
    {
        get
        {
            var (first, second) = (
                big.AnsweredAndEnded(moments.Gone, moments.Returning),
                other.AnsweredAndEnded(moments.Gone, moments.Returning)
            );
            return (first.Ended + second.Ended, first.WithoutAnswer + second.WithoutAnswer);
        }
    }

    private int Invited(TimeSpan after, TimeSpan until) =>
        record.Count(call => call.Invited.Monotonic > after && call.Invited.Monotonic <= until);
}
