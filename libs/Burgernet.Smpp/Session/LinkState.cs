namespace Burgernet.Smpp.Session;

/// <summary>Where a connection is in its life.</summary>
internal enum LinkState
{
    /// <summary>Anything may come and go.</summary>
    Open,

    /// <summary>We are leaving: what waits is still sent and answered, nothing new is taken.</summary>
    Draining,

    /// <summary>The peer is leaving: nothing more is sent but answers, and it closes.</summary>
    PeerUnbound,

    /// <summary>What is in the outbox is written, then it ends.</summary>
    Finishing,

    /// <summary>Over.</summary>
    Ended,
}
