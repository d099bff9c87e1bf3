using Burgernet.Actions;
using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>What a stored delivery becomes when its lane is loaded again. Pure.</summary>
internal static class LaneRestore
{
    /// <summary>Whether its last attempt was claimed and no end is stored.</summary>
    public static bool IsOpen(StoredDelivery row) => row is { Result: DeliveryResult.None, Attempts: > 0, Ended: false };

    /// <summary>Whether its last attempt was a try that is followed by another.</summary>
    public static bool IsDeferred(StoredDelivery row) =>
        row is { Result: DeliveryResult.None, Attempts: > 0, Ended: true } && RetryPolicy.IsTry(row.End, row.SipStatus);

    /// <summary>How its last try ended, as far as the last attempt tells.</summary>
    public static DeliveryResult LastTry(StoredDelivery row) =>
        row.Tries == 0 ? DeliveryResult.None
        : IsDeferred(row) ? DeliveryResultPolicy.OfTry(row.End, row.SipStatus)
        : DeliveryResult.Unknown;

    /// <summary>Answered, and then the dialer died: the person was reached and is never called again.</summary>
    public static bool AnsweredByTheDead(StoredDelivery row, bool dialerHoldsIt) =>
        IsOpen(row) && !dialerHoldsIt && row.AnsweredAt is not null;

    /// <summary>A text of which nobody knows: its dialer may still tell that it was acknowledged.</summary>
    public static bool MayBeAcknowledged(StoredDelivery row) => row is { Result: DeliveryResult.Unknown, Medium: not Medium.Voice };

    /// <summary>The state it resumes in. A text that is claimed and not ended is never claimed again unless its dialer says that it never had it.</summary>
    public static DeliveryState StateOf(StoredDelivery row, bool dialerHoldsIt) =>
        row.Result != DeliveryResult.None ? DeliveryState.Done
        : IsDeferred(row) ? DeliveryState.Deferred
        : !IsOpen(row) ? DeliveryState.Waiting
        : dialerHoldsIt || row.AnsweredAt is not null || row.Medium != Medium.Voice ? DeliveryState.UnderWay
        : DeliveryState.Orphaned;
}
