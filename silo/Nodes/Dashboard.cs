using Burgernet.Api.Access;
using Burgernet.Silo.Hosting;
using Orleans.Dashboard;

namespace Burgernet.Silo.Nodes;

/// <summary>
/// The dashboard of Orleans, for an operator who wants to see which grains are busy: off unless a setting turns it on, on the node's own address, behind the role operator.
/// It knows types and methods of grains, how often and how long they were called, and counters; no key of any grain, so nobody's number and no action.
/// </summary>
/// <remarks>
/// What is left out: its stream of the log; <c>GrainState</c>, which calls the methods of any grain whose key one gives it and shows what they answer; reminders, of which there are none.
/// </remarks>
internal static class Dashboard
{
    private const string Path = "/dashboard";

    private static readonly HashSet<string> Shown = new(
        new[]
        {
            "/",
            "/index.html",
            "/favicon.ico",
            "/index.min.js",
            "/index.css",
            "/fonts/{**path}",
            "/img/{**path}",
            "/version",
            "/DashboardCounters",
            "/ClusterStats",
            "/HistoricalStats/{*path}",
            "/SiloProperties/{*address}",
            "/SiloStats/{*address}",
            "/SiloCounters/{*address}",
            "/GrainStats/{*grainName}",
            "/TopGrainMethods",
            "/GrainTypes",
        }.Select(page => Path + page),
        StringComparer.Ordinal
    );

    /// <summary>Adds it to the silo where it is turned on.</summary>
    public static void Add(ISiloBuilder silo, IConfiguration configuration)
    {
        if (IsOn(configuration))
        {
            silo.AddDashboard(dashboard => dashboard.HideTrace = true);
        }
    }

    /// <summary>Shows it where it is turned on.</summary>
    public static void Map(WebApplication app)
    {
        if (IsOn(app.Configuration))
        {
            app.MapOperatorPages(Shown).MapOrleansDashboard(Path);
        }
    }

    private static bool IsOn(IConfiguration configuration) =>
        (configuration.GetSection(NodeOptions.Section).Get<NodeOptions>() ?? new NodeOptions()).Dashboard;
}
