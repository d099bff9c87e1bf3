using Burgernet.Smpp.Session;

namespace Burgernet.Tests.Unit.Smpp.Sessions;

/// <summary>Ends a test with a raw SMSC: that first, so that the client does not wait for an answer to its unbind.</summary>
internal sealed class RawEnd(RawPeer peer, SmppClient client) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        peer.Dispose();
        return client.DisposeAsync();
    }
}
