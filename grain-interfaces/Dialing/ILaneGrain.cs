using Burgernet.CallBacks;
using Burgernet.Cells;
using Orleans.Concurrency;

namespace Burgernet.Dialing;

/// <summary>The deliveries of the participants whose hash falls in this lane of an action. Key: <c>{action id, 32 hex digits}/{lane}</c>.</summary>
[Alias("burgernet.ILane")]
public interface ILaneGrain : IGrainWithStringKey
{
    /// <summary>Adds who is not in yet; returns when their rows are stored.</summary>
    /// <param name="band">The distance band of these candidates.</param>
    /// <param name="candidates">Whom the selection found.</param>
    [Alias("Add")]
    Task<LaneTotals> Add(int band, CandidateBatch candidates);

    /// <summary>First attempts may leave up to this band.</summary>
    [Alias("ReleaseThrough")]
    [AlwaysInterleave]
    ValueTask ReleaseThrough(int band);

    /// <summary>Claims attempts for a dialer; returns when the claims are stored.</summary>
    [Alias("Pull")]
    Task<PullReply> Pull(PullRequest request);

    /// <summary>Takes in what became of attempts; returns when it is stored.</summary>
    [Alias("Report")]
    Task Report(CallReport[] reports);

    /// <summary>Gives every delivery that waits the result that it was not attempted. Idempotent.</summary>
    [Alias("Stop")]
    Task<LaneTotals> Stop();

    /// <summary>A participant of the lane got the message by calling back: confirmed, whatever the result was, and not called for it any more; returns when it is stored.</summary>
    [Alias("CalledBack")]
    Task<CalledBackReply> CalledBack(CallBackHeard heard);

    /// <summary>How far the lane is; loads it where needed.</summary>
    [Alias("Totals")]
    Task<LaneTotals> Totals();
}
