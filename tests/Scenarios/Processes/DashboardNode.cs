using System.Security.Cryptography;
using System.Text;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>A node with the dashboard of Orleans, a dispatcher and an operator.</summary>
public sealed class DashboardNode : IAsyncLifetime
{
    internal const string OperatorKey = "operator-key";
    internal const string DispatcherKey = "dispatcher-key";

    private readonly TemporaryFolder _folder = new();
    private NodeProcess _node = null!;

    /// <summary>A client that follows nobody elsewhere.</summary>
    internal HttpClient Http { get; private set; } = null!;

    /// <summary>What the node printed.</summary>
    internal string Output => _node.Output;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _node = await NodeProcess.StartNode(
            _folder.Path,
            "Burgernet:Node:Dashboard=true",
            "Burgernet:Demonstration:Participants=10",
            "Burgernet:ControlRooms:0:Id=oost",
            "Burgernet:ControlRooms:0:Name=Oost",
            $"Burgernet:ControlRooms:0:ApiKeyHashes:0={Hash(DispatcherKey)}",
            $"Burgernet:ControlRooms:0:Keys:0:Hash={Hash(OperatorKey)}",
            "Burgernet:ControlRooms:0:Keys:0:Roles:0=operator"
        );
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_node.Address) };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _node.DisposeAsync();
        _folder.Dispose();
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
