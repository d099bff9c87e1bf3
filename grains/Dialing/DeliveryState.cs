namespace Burgernet.Grains.Dialing;

/// <summary>Where a delivery is in its lane.</summary>
internal enum DeliveryState
{
    /// <summary>Waits for a line.</summary>
    Waiting,

    /// <summary>Has a claim whose dialer lives.</summary>
    UnderWay,

    /// <summary>Has a claim whose dialer died; waits until that call cannot ring any more.</summary>
    Orphaned,

    /// <summary>Was tried, and waits until it may be tried again.</summary>
    Deferred,

    /// <summary>Waits until the person's earlier messages have their results.</summary>
    Held,

    /// <summary>Has its result.</summary>
    Done,
}
