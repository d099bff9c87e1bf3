using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Burgernet.Cells;

namespace Burgernet.Benchmarks.Sms;

/// <summary>A control room that sends text messages, at the API of a node.</summary>
internal sealed class SmsRoom(string node) : IDisposable
{
    private const double RadiusMetres = 10_000;
    private const string Words = "Burgernet: kind vermist, meisje van 8 jaar, rode jas, blauwe tas. Iets gezien? Bel 144.";

    private readonly HttpClient _http = new() { BaseAddress = new Uri(node) };

    /// <summary>Whether every cell is in memory.</summary>
    public async Task<bool> IsWarm() => await _http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)) is "Healthy" or "Degraded";

    /// <summary>Prepares an action by SMS for everybody within 10 km of a place.</summary>
    /// <returns>Its address.</returns>
    public async Task<string> Draft(GeoPoint center)
    {
        var action = string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"kind":"missing-child","description":"Meting","incidentNumber":"sms","media":["sms"],"sms":{"nl":"{{{Words}}}"},"area":{"center":{"latitude":{{{center.Latitude}}},"longitude":{{{center.Longitude}}}},"radiusMetres":{{{RadiusMetres}}}}}"""
        );
        using var content = new MultipartFormDataContent { { new StringContent(action, Encoding.UTF8, "application/json"), "action" } };
        using var response = await Post("/v1/actions", content);
        return response.Headers.Location!.ToString();
    }

    /// <summary>Starts an action.</summary>
    public async Task Start(string action) => (await Post($"{action}/start", JsonContent.Create(new { }))).Dispose();

    /// <summary>The progress of an action.</summary>
    public async Task<JsonElement> Progress(string action)
    {
        var json = await _http.GetFromJsonAsync<JsonElement>(new Uri(action, UriKind.RelativeOrAbsolute));
        return json.GetProperty("progress");
    }

    /// <summary>The id in an action's address.</summary>
    public static Guid IdOf(string action) => Guid.Parse(action[(action.LastIndexOf('/') + 1)..]);

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> Post(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var response = await _http.SendAsync(request);
        return response.IsSuccessStatusCode
            ? response
            : throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }
}
