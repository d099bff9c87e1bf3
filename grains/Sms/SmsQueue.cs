using System.Threading.Channels;
using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Sms;

/// <summary>Whose messages are to be dealt with now on this node. A hint: what does not fit, or dies with the node, a scan of the store finds. Any thread.</summary>
internal sealed class SmsQueue
{
    private readonly Channel<LookupHash> _senders = Channel.CreateBounded<LookupHash>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>How many wait.</summary>
    public int Count => _senders.Reader.Count;

    /// <summary>Somebody's messages wait.</summary>
    public void Add(LookupHash sender) => _senders.Writer.TryWrite(sender);

    /// <summary>Everybody, until it is cancelled.</summary>
    public IAsyncEnumerable<LookupHash> ReadAll(CancellationToken cancellationToken) => _senders.Reader.ReadAllAsync(cancellationToken);
}
