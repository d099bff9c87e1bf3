using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Burgernet.Benchmarks.Reports;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Live;

/// <summary>Tips are recorded in an action that many watch; each view says when it showed each of them.</summary>
/// <param name="watchers">How many watch.</param>
internal sealed class LiveMeasurement(int watchers)
{
    private const int Tips = 40;
    private static readonly double[] Shares = [0.5, 0.99];
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(330);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Measures with the stream and asking, with the stream almost alone, and with calls under way.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Run(bool save)
    {
        var report = new RunReport("live", "The live view");
        LiveSample[] samples =
        [
            await Measure("as it is, quiet action", 50, wait: true),
            await Measure("stream alone (asked each minute)", 50, wait: true, "Burgernet:Api:LivePoll=00:01:00"),
            await Measure("as it is, 60 lines busy", 3_000, wait: false),
        ];
        var gates = samples
            .Where(sample => !sample.Name.StartsWith("stream", StringComparison.Ordinal))
            .SelectMany(sample =>
                new[]
                {
                    new Gate($"act to event, {sample.Name}", "99 % under 1 s", Time(sample.Within(0.99)), sample.Within(0.99) < 1_000),
                    new Gate($"entries that a view missed, {sample.Name}", "0", Number(sample.Missing), sample.Missing == 0),
                }
            );
        var section = new RunSection
        {
            Name = "latency",
            Title = "From an act to everybody who watches",
            Command = "dotnet run -c Release --project benchmarks -- live",
            Method =
                $"A node on SQLite with its practice carrier, and {watchers} live views of one action, all read by this process on the same 2 cores. {Tips} tips are recorded, one each "
                + $"{Between.TotalMilliseconds:0} ms; a time is from sending the request until a view has read the entry, so it includes the request and its commit.",
            Columns = ["run", "p50", "p90", "p99", "longest", "missed", "progress a second and view", "processors used by the node"],
            Rows =
            [
                .. samples.Select(sample =>
                    (IReadOnlyList<string>)
                        [
                            sample.Name,
                            Time(sample.Within(0.5)),
                            Time(sample.Within(0.9)),
                            Time(sample.Within(0.99)),
                            Time(sample.Milliseconds[^1]),
                            Number(sample.Missing),
                            sample.ProgressPerSecond.ToString("0.0", CultureInfo.InvariantCulture),
                            sample.Processor.ToString("0.00", CultureInfo.InvariantCulture),
                        ]
                ),
            ],
            Gates = [.. gates],
            Figures = samples
                .SelectMany((sample, i) => Shares.Select(share => ($"run-{i + 1}-p{share * 100:0}-ms", sample.Within(share))))
                .ToDictionary(figure => figure.Item1, figure => Math.Round(figure.Item2, 1), StringComparer.Ordinal),
        };
        return report.Write(section, save);
    }

    private async Task<LiveSample> Measure(string name, int people, bool wait, params string[] settings)
    {
        using var folder = new TemporaryFolder();
        await using var node = await NodeProcess.StartNode(
            folder.Path,
            [
                $"Burgernet:Demonstration:Participants={people}",
                "Burgernet:Practice:Pace=0.2",
                "Burgernet:Carrier:LingerAfterMessage=00:00:00.2",
                "Burgernet:Kinds:missing-child:ConfirmAbove=1000000",
                $"Burgernet:Api:LiveViewsPerKey={watchers}",
                .. settings,
            ]
        );
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(node.Address) };
        var action = await Draft(http);
        (await Post(http, $"{action}/start", null)).EnsureSuccessStatusCode();
        while (wait && !(await Progress(http, action)).GetProperty("complete").GetBoolean())
        {
            await Task.Delay(Second, TimeProvider.System);
        }

        var views = Enumerable.Range(0, watchers).Select(_ => new LiveWatcher(http, $"{action}/events")).ToArray();
        await Task.WhenAll(views.Select(view => view.Open()));
        await Task.Delay(Settle, TimeProvider.System);
        var (progress, processor, began) = (views.Sum(view => view.Progress), node.ProcessorTime, TimeProvider.System.GetTimestamp());
        var acts = new Dictionary<long, long>();
        for (var tip = 0; tip < Tips; tip++)
        {
            var sent = TimeProvider.System.GetTimestamp();
            using var response = await Post(http, $"{action}/tips", """{"text":"Bij de molen"}""");
            acts[(await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sequence").GetInt64()] = sent;
            await Task.Delay(Between, TimeProvider.System);
        }

        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        var busy = (node.ProcessorTime - processor).TotalSeconds / seconds;
        progress = views.Sum(view => view.Progress) - progress;
        await Task.Delay(Settle, TimeProvider.System);
        var times = new List<double>();
        var missing = 0;
        foreach (var view in views)
        {
            foreach (var (sequence, sent) in acts)
            {
                if (view.Seen.TryGetValue(sequence, out var seen))
                {
                    times.Add(TimeProvider.System.GetElapsedTime(sent, seen).TotalMilliseconds);
                }
                else
                {
                    missing++;
                }
            }

            await view.DisposeAsync();
        }

        return new LiveSample(name, [.. times.Order()], missing, progress / seconds / watchers, busy);
    }

    private static async Task<string> Draft(HttpClient http)
    {
        using var content = new MultipartFormDataContent();
        const string action =
            """{"kind":"missing-child","description":"Kind","incidentNumber":"2026-1","area":{"center":{"latitude":52.26833,"longitude":6.19444},"radiusMetres":10000}}""";
        content.Add(new StringContent(action, Encoding.UTF8, "application/json"), "action");
        var audio = new ByteArrayContent(WaveFile.Tone(TimeSpan.FromSeconds(2)));
        audio.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        content.Add(audio, "message-nl", "message.wav");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/actions") { Content = content };
        request.Headers.Add("Idempotency-Key", "draft");
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return response.Headers.Location!.OriginalString;
    }

    private static async Task<JsonElement> Progress(HttpClient http, string action) =>
        (await http.GetFromJsonAsync<JsonElement>(new Uri(action, UriKind.Relative))).GetProperty("progress");

    private static async Task<HttpResponseMessage> Post(HttpClient http, string path, string? json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return response;
    }

    private static string Time(double milliseconds) => milliseconds.ToString("0 'ms'", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
