using Burgernet.Grains.Dialing;

namespace Burgernet.Tests.Scenarios.Phones;

/// <summary>One node's way to the SMS centres. It looks a last time before the socket as the real one does, and says what the test wants.</summary>
internal sealed class ScriptedSmsGateway(SmsNetwork network, TimeProvider time) : IMessageGateway, IMessageGateways
{
    private volatile bool _dead;

    /// <summary>The node is gone from one moment to the next: nothing leaves it any more and nobody hears what became of its texts.</summary>
    public void Die() => _dead = true;

    public IMessageGateway For(string carrier) => this;

    public void Submit(TextMessage message)
    {
        if (_dead)
        {
            return;
        }

        if (!message.MayStart(time))
        {
            message.News.TryWrite(new MessageNews(message, MessageNewsKind.Withheld, time.GetUtcNow(), []));
            return;
        }

        if (network.Take(message) is var (kind, ids) && !_dead)
        {
            message.News.TryWrite(new MessageNews(message, kind, time.GetUtcNow(), ids, ForGood: true));
        }
    }
}
