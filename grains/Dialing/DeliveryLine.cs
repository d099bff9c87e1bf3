namespace Burgernet.Grains.Dialing;

/// <summary>Those of one medium who wait in a lane, and which bands still have somebody without an attempt.</summary>
internal sealed class DeliveryLine
{
    private readonly SortedDictionary<int, int> _undialled = [];

    public WaitingLine Waiting { get; } = new();

    /// <summary>Deliveries so far.</summary>
    public int Deliveries { get; set; }

    /// <summary>Of them, those with a result.</summary>
    public int Done { get; set; }

    /// <summary>The lowest band with somebody without an attempt, or <see cref="int.MaxValue"/>.</summary>
    public int LowestUndialledBand => _undialled.Count == 0 ? int.MaxValue : _undialled.First().Key;

    public void CountUndialled(Delivery delivery, int change)
    {
        if (delivery.Dialled)
        {
            return;
        }

        var count = _undialled.GetValueOrDefault(delivery.Band) + change;
        if (count == 0)
        {
            _undialled.Remove(delivery.Band);
        }
        else
        {
            _undialled[delivery.Band] = count;
        }
    }
}
