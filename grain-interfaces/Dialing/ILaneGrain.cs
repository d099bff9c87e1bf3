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
    /// <param name="deadline">From then on no attempt leaves; it holds for everyone in the lane, and is never taken back. Null for never.</param>
    [Alias("Add")]
    Task<LaneTotals> Add(int band, CandidateBatch candidates, DateTimeOffset? deadline = null);

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

    /// <summary>Takes in what carriers told later of texts, whenever that is; returns when it is stored. Fails where a text is not over yet: that is to be told again.</summary>
    [Alias("Receive")]
    Task<LaneTotals> Receive(ReceiptReport[] receipts);

    /// <summary>Takes in further messages: makes the deliveries that follow from them; returns when they are stored. Idempotent.</summary>
    /// <param name="messages">All that the action has after the call, by number; those that the lane knows change nothing.</param>
    [Alias("Enlist")]
    Task<LaneTotals> Enlist(LaneMessage[] messages);

    /// <summary>Gives every delivery that waits the result that it was not attempted. Idempotent.</summary>
    /// <param name="epoch">Of the stop: where an outcome came after it, nothing happens.</param>
    [Alias("Stop")]
    Task<LaneTotals> Stop(int epoch);

    /// <summary>Gives every outcome that waits up as expired: the action was closed so. Idempotent.</summary>
    /// <param name="epoch">Of the closing: where an outcome came after it, nothing happens.</param>
    [Alias("Expire")]
    Task<LaneTotals> Expire(int epoch);

    /// <summary>A participant of the lane got the message by calling back: confirmed, whatever the result was, and not called for it any more; returns when it is stored.</summary>
    [Alias("CalledBack")]
    Task<CalledBackReply> CalledBack(CallBackHeard heard);

    /// <summary>How far the lane is; loads it where needed.</summary>
    [Alias("Totals")]
    Task<LaneTotals> Totals();
}
