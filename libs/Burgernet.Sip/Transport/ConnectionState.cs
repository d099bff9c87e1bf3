namespace Burgernet.Sip.Transport;

/// <summary>Where a connection is in its life.</summary>
internal enum ConnectionState : byte
{
    /// <summary>Connecting, or shaking hands; messages wait.</summary>
    Opening,

    Open,

    /// <summary>Writes what is queued, then closes; takes no new requests.</summary>
    Finishing,

    Closed,
}
