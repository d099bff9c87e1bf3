using Burgernet.Tests.Api.Hosting;
using Orleans.TestingHost;

[assembly: AssemblyFixture(typeof(Cluster))]

namespace Burgernet.Tests.Api.Hosting;

/// <summary>One silo with the fake grains, for all tests: what they are told crosses Orleans' wire.</summary>
public sealed class Cluster : IAsyncLifetime
{
    private InProcessTestCluster? _cluster;

    public IGrainFactory Grains => _cluster?.Client ?? throw new InvalidOperationException("The cluster was not started");

    public async ValueTask InitializeAsync()
    {
        _cluster = new InProcessTestClusterBuilder(1).Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }
}
