using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Chaos;

/// <summary>A control room that goes to another node where one does not answer, as through a load balancer; what it asks for can be asked again.</summary>
internal sealed class ChaosRoom(ChaosCluster cluster) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(12) };

    /// <summary>Prepares and starts an action around Schalkhaar.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> Start(string kind, double radiusMetres, TimeSpan message)
    {
        var wave = WaveFile.Tone(message);
        var action = string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"kind":"{{{kind}}}","description":"Storingen","incidentNumber":"{{{kind}}}","area":{"center":{"latitude":52.26833,"longitude":6.19444},"radiusMetres":{{{radiusMetres}}}}}"""
        );
        var drafted = await Insist(
            HttpMethod.Post,
            "/v1/actions",
            $"draft-{kind}",
            () =>
            {
                var audio = new ByteArrayContent(wave);
                audio.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
                return new MultipartFormDataContent
                {
                    { new StringContent(action, Encoding.UTF8, "application/json"), "action" },
                    { audio, "message-nl", "message.wav" },
                };
            }
        );
        var id = drafted.GetProperty("id").GetGuid();
        await Insist(HttpMethod.Post, $"/v1/actions/{id}/start", $"start-{kind}", () => null);
        return id;
    }

    /// <summary>How an action goes.</summary>
    public async Task<JsonElement> Progress(Guid action) =>
        (await Insist(HttpMethod.Get, $"/v1/actions/{action}", "", () => null)).GetProperty("progress");

    /// <summary>All deliveries of an action.</summary>
    public async Task<List<JsonElement>> Deliveries(Guid action)
    {
        var all = new List<JsonElement>();
        for (var next = $"/v1/actions/{action}/deliveries?limit=1000"; next is not null; )
        {
            var page = await Insist(HttpMethod.Get, next, "", () => null);
            all.AddRange(page.GetProperty("deliveries").EnumerateArray());
            next = page.TryGetProperty("next", out var link) && link.ValueKind == JsonValueKind.String ? link.GetString() : null;
        }

        return all;
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> Insist(HttpMethod method, string path, string key, Func<HttpContent?> body)
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            var nodes = cluster.Nodes.ToArray();
            var node = nodes[attempt % nodes.Length];
            string said;
            try
            {
                using var request = new HttpRequestMessage(method, new Uri(new Uri(node.Process.Address), path)) { Content = body() };
                if (key.Length > 0)
                {
                    request.Headers.Add("Idempotency-Key", key);
                }

                using var response = await _http.SendAsync(request);
                said = await response.Content.ReadAsStringAsync();
                if (response.IsSuccessStatusCode)
                {
                    using var document = JsonDocument.Parse(said);
                    return document.RootElement.Clone();
                }

                said = $"{(int)response.StatusCode} {said}";
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                said = exception.Message;
            }

            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"{method} {path}: no node did it within {Patience}; the last said {said}\n{cluster.Output}");
            }

            await Task.Delay(Between, TimeProvider.System);
        }
    }
}
