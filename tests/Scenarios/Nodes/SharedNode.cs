using Xunit;

[assembly: AssemblyFixture(typeof(Burgernet.Tests.Scenarios.Nodes.SharedNode))]

namespace Burgernet.Tests.Scenarios.Nodes;

/// <summary>One node for all scenarios that do not kill it; each has a town of its own.</summary>
public sealed class SharedNode : IAsyncLifetime
{
    internal TestNode Node { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Node = await TestNode.Start();

    public ValueTask DisposeAsync() => Node.DisposeAsync();
}
