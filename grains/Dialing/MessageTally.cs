using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>How far a lane is with one message.</summary>
internal sealed class MessageTally(int message)
{
    private int _heard;
    private int _done;

    public int Deliveries { get; set; }

    public int Contacted { get; set; }

    public int Reached { get; set; }

    public int Open => Deliveries - _done;

    /// <summary>A delivery has its result.</summary>
    public void Done(DeliveryResult result)
    {
        _done++;
        _heard += IsHeard(result) ? 1 : 0;
    }

    /// <summary>A delivery has another result than it had.</summary>
    public void Replace(DeliveryResult before, DeliveryResult result) => _heard += (IsHeard(result) ? 1 : 0) - (IsHeard(before) ? 1 : 0);

    public static bool IsHeard(DeliveryResult result) => result is DeliveryResult.Heard or DeliveryResult.Confirmed;

    /// <summary>Whether a result means that its person has the message.</summary>
    public static bool IsReached(DeliveryResult result) => IsHeard(result) || result == DeliveryResult.ToHandset;

    public MessageTotals ToTotals() => new(message, Deliveries, Contacted, _heard, _done, Reached);
}
