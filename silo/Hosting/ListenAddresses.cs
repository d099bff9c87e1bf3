namespace Burgernet.Silo.Hosting;

/// <summary>Every address that ASP.NET Core would listen on by this configuration, whichever way it was given.</summary>
internal static class ListenAddresses
{
    /// <summary>From <c>urls</c>, <c>http_ports</c>, <c>https_ports</c> (all addresses) and <c>Kestrel:Endpoints</c>; the default where there is none.</summary>
    public static IReadOnlyList<string> Of(IConfiguration configuration)
    {
        string[] addresses =
        [
            .. Parts(configuration["urls"]),
            .. Parts(configuration["http_ports"]).Select(port => $"http://*:{port}"),
            .. Parts(configuration["https_ports"]).Select(port => $"https://*:{port}"),
            .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "http://*"),
        ];
        return addresses.Length > 0 ? addresses : [NodeOptions.DefaultUrl];
    }

    private static string[] Parts(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
