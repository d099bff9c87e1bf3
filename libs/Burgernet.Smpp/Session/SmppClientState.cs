namespace Burgernet.Smpp.Session;

/// <summary>Where a client is.</summary>
public enum SmppClientState
{
    /// <summary>Connecting and binding, or listening for an outbind.</summary>
    Connecting,

    /// <summary>Bound: messages go and come.</summary>
    Bound,

    /// <summary>Waiting before the next try.</summary>
    BackingOff,

    /// <summary>Stopped.</summary>
    Stopped,
}
