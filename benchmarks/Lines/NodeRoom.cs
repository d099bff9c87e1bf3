using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Burgernet.Cells;
using Burgernet.Practice;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Lines;

/// <summary>A control room at a node's API, with the record of the carrier that its calls leave by.</summary>
/// <param name="address">The node's.</param>
/// <param name="record">The carrier's record file.</param>
internal abstract class NodeRoom(string address, string record) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private static readonly GeoPoint Schalkhaar = new(52.26833, 6.19444);

    private readonly HttpClient _http = new() { BaseAddress = new Uri(address) };

    /// <summary>Any hour of the day, any area, no second try: lines are measured, not what a kind of action may.</summary>
    public static string[] Unbounded { get; } =
    [
        .. new[] { "missing-child", "theft" }.SelectMany(kind =>
            new[]
            {
                "QuietHours=none",
                "RetryAfter=none",
                "Deadline=none",
                "LargestAreaSquareKilometres=10000",
                "ConfirmAbove=1000000",
            }.Select(setting => $"Burgernet:Kinds:{kind}:{setting}")
        ),
    ];

    /// <summary>What the node printed, for whoever waits in vain.</summary>
    protected abstract string Output { get; }

    /// <summary>Prepares an action for everyone within a distance of Schalkhaar.</summary>
    /// <returns>Its address.</returns>
    public Task<string> Draft(string kind, double radiusMetres, TimeSpan message) => Draft(kind, Schalkhaar, radiusMetres, message);

    /// <summary>Prepares an action for everyone within a distance of a place.</summary>
    /// <returns>Its address.</returns>
    public async Task<string> Draft(string kind, GeoPoint center, double radiusMetres, TimeSpan message)
    {
        using var content = new MultipartFormDataContent();
        var action = string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"kind":"{{{kind}}}","description":"Meting","incidentNumber":"{{{kind}}}","area":{"center":{"latitude":{{{center.Latitude}}},"longitude":{{{center.Longitude}}}},"radiusMetres":{{{radiusMetres}}}}}"""
        );
        content.Add(new StringContent(action, Encoding.UTF8, "application/json"), "action");
        var audio = new ByteArrayContent(WaveFile.Tone(message));
        audio.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        content.Add(audio, "message-nl", "message.wav");
        using var response = await Post("/v1/actions", content);
        return response.Headers.Location!.ToString();
    }

    /// <summary>Starts an action.</summary>
    /// <param name="action">Its address.</param>
    /// <param name="confirmedPeople">How many people the dispatcher confirmed, or null.</param>
    public async Task Start(string action, int? confirmedPeople = null)
    {
        using var body = confirmedPeople is null ? null : JsonContent.Create(new { confirmedPeople });
        (await Post($"{action}/start", body)).Dispose();
    }

    /// <summary>How many people an action would call.</summary>
    public async Task<int> People(string action) => (await Get($"{action}/estimate")).GetProperty("people").GetInt32();

    /// <summary>Waits until every cell is in memory.</summary>
    public async Task UntilWarm()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await _http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)) != "Healthy")
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"The node was not warm after {Patience}\n{Output}");
            }

            await Task.Delay(Between, TimeProvider.System);
        }
    }

    /// <summary>The first call that reached the carrier after a moment, or null.</summary>
    public PracticeCallRecord? FirstAfter(TimeSpan moment) =>
        PracticeRecordFile.Read(record).Where(call => call.Invited.Monotonic >= moment).MinBy(call => call.Invited.Monotonic);

    /// <summary>Stops an action.</summary>
    /// <param name="action">Its address.</param>
    /// <param name="calls">What becomes of answered calls: <c>finish</c> or <c>cut</c>.</param>
    public async Task Stop(string action, string calls = "finish")
    {
        using var body = JsonContent.Create(new { calls });
        (await Post($"{action}/stop", body)).Dispose();
    }

    /// <summary>Stops an action and says what it is then.</summary>
    public async Task<JsonElement> StopAndSee(string action)
    {
        using var response = await Post($"{action}/stop", null);
        return await Read(response);
    }

    /// <summary>Asks for a start that is expected to be refused.</summary>
    /// <returns>The status code.</returns>
    public async Task<int> TryStart(string action)
    {
        using var response = await Send($"{action}/start", null);
        return (int)response.StatusCode;
    }

    /// <summary>The progress of an action.</summary>
    public async Task<JsonElement> Progress(string action) => (await Get(action)).GetProperty("progress");

    /// <summary>Where an action is in its life.</summary>
    public async Task<string> Status(string action) => (await Get(action)).GetProperty("status").GetString()!;

    /// <summary>Waits until an action has come so far.</summary>
    public async Task Until(string action, string what, Func<JsonElement, bool> holds)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var progress = await Progress(action);
            if (holds(progress))
            {
                return;
            }

            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"{action}: {what} did not come about: {progress}\n{Output}");
            }

            await Task.Delay(Between, TimeProvider.System);
        }
    }

    /// <summary>The Call-IDs of an action's claims, from its dossier.</summary>
    public async Task<HashSet<string>> CallIds(string action) => (await Claims(action)).Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>Whom each claim of an action is for, by Call-ID, from its dossier.</summary>
    public async Task<Dictionary<string, Guid>> Claims(string action) =>
        (await All($"{action}/dossier", "entries"))
            .Where(entry => entry.GetProperty("type").GetString() == "claimed")
            .Select(entry => entry.GetProperty("data"))
            .ToDictionary(
                claim => claim.GetProperty("callId").GetString()!,
                claim => claim.GetProperty("participant").GetGuid(),
                StringComparer.Ordinal
            );

    /// <summary>The deliveries of an action.</summary>
    public Task<List<JsonElement>> Deliveries(string action) => All($"{action}/deliveries", "deliveries");

    /// <summary>The carrier's record, once every call in it is over.</summary>
    public async Task<IReadOnlyList<PracticeCallRecord>> Record()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var records = PracticeRecordFile.Read(record);
            if (records.All(call => call.Ended is not null))
            {
                return records;
            }

            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException("The carrier still had calls that nobody ended");
            }

            await Task.Delay(Between, TimeProvider.System);
        }
    }

    public virtual ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    protected static string Setting(FormattableString setting) => setting.ToString(CultureInfo.InvariantCulture);

    private async Task<HttpResponseMessage> Post(string path, HttpContent? content)
    {
        var response = await Send(path, content);
        return response.IsSuccessStatusCode
            ? response
            : throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    private async Task<HttpResponseMessage> Send(string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await _http.SendAsync(request);
    }

    private async Task<List<JsonElement>> All(string path, string list)
    {
        var all = new List<JsonElement>();
        for (var next = $"{path}?limit=1000"; next is not null; )
        {
            var page = await Get(next);
            all.AddRange(page.GetProperty(list).EnumerateArray());
            next = page.TryGetProperty("next", out var link) && link.ValueKind == JsonValueKind.String ? link.GetString() : null;
        }

        return all;
    }

    private async Task<JsonElement> Get(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        response.EnsureSuccessStatusCode();
        return await Read(response);
    }

    private static async Task<JsonElement> Read(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }
}
