using Burgernet.Grains.Dialing;
using Burgernet.Tests.Scenarios.Nodes;

namespace Burgernet.Tests.Scenarios.Phones;

/// <summary>One node's ways out for texts: scripted SMS centres, and for mail the real gateway, to a relay or to the practice mailbox.</summary>
internal sealed class TestMessageGateways(ScriptedSmsGateway sms, IMessageGateway mail)
    : IMessageGateways,
        IMessageGateway,
        IAsyncDisposable
{
    private volatile bool _dead;

    /// <summary>The node is gone from one moment to the next.</summary>
    public void Die()
    {
        _dead = true;
        sms.Die();
    }

    public IMessageGateway For(string carrier) => carrier == TestNode.Relay ? this : sms;

    /// <summary>Submits a mail, unless the node is dead.</summary>
    public void Submit(TextMessage message)
    {
        if (!_dead)
        {
            mail.Submit(message);
        }
    }

    public ValueTask DisposeAsync() => mail is IAsyncDisposable gateway ? gateway.DisposeAsync() : ValueTask.CompletedTask;
}
