using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Requests as a control room's system sends them.</summary>
internal static class Requests
{
    public const string Circle = """{"center":{"latitude":52.25,"longitude":6.16},"radiusMetres":500}""";

    public static string NewKey() => Guid.NewGuid().ToString();

    public static string Draft(string description = "Jongen van 7, rode jas", string area = Circle) =>
        $$"""{"kind":"missing-child","description":{{JsonSerializer.Serialize(description)}},"incidentNumber":"2026-0042","area":{{area}}}""";

    /// <summary>A request to prepare an action; a recording is what <see cref="FakeMessageChecker"/> takes for one.</summary>
    public static HttpRequestMessage Create(string? json, string? key = null, string? dutch = "8", string? english = null)
    {
        var parts = new MultipartFormDataContent();
        Add(parts, "action", json, "application/json");
        Add(parts, "message-nl", dutch, "audio/wav");
        Add(parts, "message-en", english, "audio/wav");
        return Post("/v1/actions", parts, key ?? NewKey());
    }

    /// <summary>A request with a further message.</summary>
    public static HttpRequestMessage Message(string path, string? json, string? key = null, string? dutch = "8", string? english = null)
    {
        var parts = new MultipartFormDataContent();
        Add(parts, "message", json, "application/json");
        Add(parts, "message-nl", dutch, "audio/wav");
        Add(parts, "message-en", english, "audio/wav");
        return Post(path, parts, key ?? NewKey());
    }

    public static HttpRequestMessage Post(string path, HttpContent? content = null, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key ?? NewKey());
        return request;
    }

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public static void Add(MultipartFormDataContent parts, string name, string? content, string? mediaType)
    {
        if (content is null)
        {
            return;
        }

        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        if (mediaType is not null)
        {
            part.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        }

        parts.Add(part, name);
    }

    public static async Task<JsonNode> ReadJson(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
        ?? throw new InvalidDataException("The body is JSON null");

    /// <summary>Prepares an action and says where it is.</summary>
    public static async Task<string> Prepare(HttpClient client, string description = "Jongen van 7, rode jas")
    {
        using var request = Create(Draft(description));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(201, (int)response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }
}
