using Burgernet.Api;
using Burgernet.Api.Access;
using Burgernet.Api.Cells;
using Burgernet.Api.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>The API as a host has it, on a port of its own.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ApiHost(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>Everything that is mapped.</summary>
    public IReadOnlyList<RouteEndpoint> Routes =>
        [.. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>()];

    public static Task<ApiHost> Start(Cluster cluster, bool practice = true, params (string Key, string Value)[] settings) =>
        Start(cluster, practice, settings, logs: null);

    /// <summary>Starts with everything that is logged, down to debug, going to one place.</summary>
    public static Task<ApiHost> StartLogging(Cluster cluster, ILoggerProvider logs) => Start(cluster, practice: true, [], logs);

    /// <summary>Starts with services of the test's own.</summary>
    public static Task<ApiHost> StartWith(Cluster cluster, Action<IServiceCollection> configure) =>
        Start(cluster, practice: true, [], logs: null, configure);

    /// <summary>Stops it as a signal would.</summary>
    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static async Task<ApiHost> Start(
        Cluster cluster,
        bool practice,
        (string Key, string Value)[] settings,
        ILoggerProvider? logs,
        Action<IServiceCollection>? configure = null
    )
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        if (logs is not null)
        {
            builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(logs);
        }

        builder.WebHost.UseUrls("http://127.0.0.1:0");
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.Services.AddSingleton(cluster.Grains);
        builder.Services.AddSingleton<IPracticeMode>(new FakePractice(practice));
        builder.Services.AddSingleton<IMessageChecker, FakeMessageChecker>();
        builder.Services.AddSingleton<IMunicipalityBorders, FakeMunicipalityBorders>();
        configure?.Invoke(builder.Services);
        builder.Services.AddBurgernetApi(builder.Configuration);
        var app = builder.Build();
        app.MapBurgernetApi();
        await app.StartAsync();
        return new ApiHost(app);
    }
}
