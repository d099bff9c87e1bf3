using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>A control room at the HTTP API of a node, as a user with curl would be.</summary>
internal sealed class ControlRoom(string url) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(url) };

    /// <summary>Around the centre of Schalkhaar.</summary>
    public static string Circle(double radiusMetres) =>
        $$"""{"center":{"latitude":52.26833,"longitude":6.19444},"radiusMetres":{{radiusMetres.ToString(System.Globalization.CultureInfo.InvariantCulture)}}}""";

    public async Task<string> Draft(string area, byte[] wave, string key = "draft")
    {
        using var content = new MultipartFormDataContent();
        var action = $$"""{"kind":"missing-child","description":"Kind, 7 jaar, rode jas","incidentNumber":"2026-1","area":{{area}}}""";
        content.Add(new StringContent(action, Encoding.UTF8, "application/json"), "action");
        var audio = new ByteArrayContent(wave);
        audio.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        content.Add(audio, "message-nl", "message.wav");
        using var response = await Post("/v1/actions", key, content);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    /// <summary>Prepares an action whose message is a text.</summary>
    public async Task<HttpResponseMessage> DraftText(string area, string texts, string key = "draft")
    {
        using var content = new MultipartFormDataContent();
        var action =
            $$"""{"kind":"missing-child","description":"Kind, 7 jaar, rode jas","incidentNumber":"2026-1","area":{{area}},"text":{{texts}}}""";
        content.Add(new StringContent(action, Encoding.UTF8, "application/json"), "action");
        return await Post("/v1/actions", key, content);
    }

    /// <summary>Prepares an action by SMS.</summary>
    public async Task<string> DraftSms(string area, string dutch, string key = "draft")
    {
        using var content = new MultipartFormDataContent();
        var action =
            $$"""{"kind":"missing-child","description":"Kind, 7 jaar, rode jas","incidentNumber":"2026-1","area":{{area}},"media":["sms"],"sms":{"nl":{{JsonSerializer.Serialize(dutch)}} } }""";
        content.Add(new StringContent(action, Encoding.UTF8, "application/json"), "action");
        using var response = await Post("/v1/actions", key, content);
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!.ToString();
    }

    /// <summary>Sends JSON.</summary>
    public Task<HttpResponseMessage> Send(string path, string json, string key = "send") =>
        Post(path, key, new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<HttpResponseMessage> Start(string action, string key = "start") => await Post($"{action}/start", key, null);

    public async Task<HttpResponseMessage> Stop(string action, string key = "stop") => await Post($"{action}/stop", key, null);

    /// <summary>Any act, with what it says.</summary>
    /// <returns>The action after it.</returns>
    public async Task<JsonElement> Act(string action, string name, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Post($"{action}/{name}", name, content);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, $"{name} gave {(int)response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public async Task<JsonElement> Get(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"GET {path} gave {(int)response.StatusCode}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>A page as text.</summary>
    public Task<string> Text(string path) => _http.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>The status code of a page.</summary>
    public async Task<HttpStatusCode> Status(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    /// <summary>All items of a paged list.</summary>
    public async Task<List<JsonElement>> GetAll(string path, string list)
    {
        var items = new List<JsonElement>();
        for (var next = $"{path}?limit=1000"; next is not null; )
        {
            var page = await Get(next);
            items.AddRange(page.GetProperty(list).EnumerateArray());
            next = page.TryGetProperty("next", out var link) && link.ValueKind == JsonValueKind.String ? link.GetString() : null;
        }

        return items;
    }

    public async Task<JsonElement> Progress(string action) => (await Get(action)).GetProperty("progress");

    public Task<bool> IsComplete(string action) => Check(action, progress => progress.GetProperty("complete").GetBoolean());

    public async Task<bool> Check(string action, Func<JsonElement, bool> condition) => condition(await Progress(action));

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> Post(string path, string key, HttpContent? content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Idempotency-Key", key);
        return await _http.SendAsync(request);
    }
}
