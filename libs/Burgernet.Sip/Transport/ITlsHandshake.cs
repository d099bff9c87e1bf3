using System.Net.Security;

namespace Burgernet.Sip.Transport;

/// <summary>Turns a fresh TCP connection into a TLS one.</summary>
internal interface ITlsHandshake
{
    /// <summary>Shakes hands and examines the peer; on failure the stream is closed.</summary>
    /// <returns>The secured stream, or why there is none.</returns>
    Task<(SslStream? Secured, SipConnectionFailure Failure)> SecureAsync(Stream inner, CancellationToken stop);
}
