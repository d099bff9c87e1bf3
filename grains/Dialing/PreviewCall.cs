using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>A preview at a dialer: waits for a line, is called, and stays until its result is stored.</summary>
/// <param name="order">What was ordered.</param>
/// <param name="notAfter">Monotonic ticks after which nothing is called.</param>
internal sealed class PreviewCall(PreviewOrder order, long notAfter)
{
    public PreviewOrder Order => order;

    public long NotAfter => notAfter;

    /// <summary>Length of the message in milliseconds; null until it can be played.</summary>
    public int? MessageMilliseconds { get; set; }

    /// <summary>Monotonic ticks before which it is not tried again.</summary>
    public long NotBefore { get; set; } = long.MinValue;

    /// <summary>Its call, once there is one.</summary>
    public DialedCall? Call { get; set; }

    /// <summary>Nothing is called any more: its time was up, or its action was stopped.</summary>
    public bool GivenUp { get; set; }

    /// <summary>Whether a report is under way.</summary>
    public bool Reporting { get; set; }

    /// <summary>Whether the call came to nothing before anybody could notice: it may be tried again.</summary>
    public bool Untried => Call is { Ended: true } ended && ended.End is CallEnd.Withheld or CallEnd.NoCapacity or CallEnd.NotAdmitted;

    /// <summary>Whether there is something to tell.</summary>
    public bool HasNews => GivenUp || Call?.Dirty == true;
}
