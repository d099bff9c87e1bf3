using Burgernet.Tests.Api.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
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
        var builder = new InProcessTestClusterBuilder(1);

        // The test kit brings the real grains along; here nobody but the fakes answers.
        builder.ConfigureSilo(
            (_, silo) =>
                silo.Services.Configure<GrainTypeOptions>(types =>
                    types.Classes.RemoveWhere(type => type.Assembly.GetName().Name == "Burgernet.Grains")
                )
        );
        _cluster = builder.Build();
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
