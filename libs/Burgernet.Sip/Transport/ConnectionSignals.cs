namespace Burgernet.Sip.Transport;

/// <summary>What a connection's loops tell the signalling thread.</summary>
[Flags]
internal enum ConnectionSignals
{
    None = 0,

    /// <summary>Connected, and the TLS handshake done.</summary>
    Opened = 1,

    /// <summary>Bytes were read; the loop waits for room to read more.</summary>
    Received = 2,

    /// <summary>Nothing more will come or go.</summary>
    Ended = 4,
}
