using Burgernet.Api;
using Burgernet.Api.Access;
using Burgernet.Api.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>The API outside the node's process: an Orleans client and nothing else of the node.</summary>
internal sealed class ApiFront : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ApiFront(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>Starts it.</summary>
    /// <param name="gateway">The TCP port of the node's Orleans gateway.</param>
    /// <param name="settings">Its settings.</param>
    public static async Task<ApiFront> Start(int gateway, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.Host.UseOrleansClient(client => client.UseLocalhostClustering(gateway).AddLiveStream());
        builder.Services.AddSingleton<IPracticeMode, Practice>();
        builder.Services.AddBurgernetApi(builder.Configuration);
        var app = builder.Build();
        app.MapBurgernetApi();
        await app.StartAsync();
        return new ApiFront(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Practice : IPracticeMode
    {
        public bool EveryCarrierIsPractice => true;
    }
}
