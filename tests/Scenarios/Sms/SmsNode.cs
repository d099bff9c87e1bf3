using Burgernet.Tests.Scenarios.Nodes;
using Xunit;

namespace Burgernet.Tests.Scenarios.Sms;

/// <summary>A node of its own for text messages.</summary>
public sealed class SmsNode : IAsyncLifetime
{
    internal TestNode Node { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Node = await TestNode.Start();

    public ValueTask DisposeAsync() => Node.DisposeAsync();
}
