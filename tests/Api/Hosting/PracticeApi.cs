namespace Burgernet.Tests.Api.Hosting;

/// <summary>The API without keys, shared by the tests of a class.</summary>
public sealed class PracticeApi(Cluster cluster) : IAsyncLifetime
{
    private ApiHost? _host;

    public HttpClient Client => _host?.Client ?? throw new InvalidOperationException("The host was not started");

    public async ValueTask InitializeAsync() => _host = await ApiHost.Start(cluster);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
