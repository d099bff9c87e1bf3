using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>What a stored delivery becomes when its lane is loaded again. Pure.</summary>
internal static class LaneRestore
{
    /// <summary>Whether its last attempt was claimed and no end is stored.</summary>
    public static bool IsOpen(StoredDelivery row) => row is { Result: DeliveryResult.None, Attempts: > 0, Ended: false };

    /// <summary>Answered, and then the dialer died: the person was reached and is never called again.</summary>
    public static bool AnsweredByTheDead(StoredDelivery row, bool dialerHoldsIt) =>
        IsOpen(row) && !dialerHoldsIt && row.AnsweredAt is not null;

    /// <summary>The state it resumes in.</summary>
    public static DeliveryState StateOf(StoredDelivery row, bool dialerHoldsIt) =>
        row.Result != DeliveryResult.None ? DeliveryState.Done
        : !IsOpen(row) ? DeliveryState.Waiting
        : dialerHoldsIt || row.AnsweredAt is not null ? DeliveryState.UnderWay
        : DeliveryState.Orphaned;
}
