using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Live;

public sealed class LiveTests(Cluster cluster, PracticeApi api) : IClassFixture<PracticeApi>
{
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Fact]
    public async Task View_Opened_HasTheEntriesThenTheProgressAndWhatIsRecordedLater()
    {
        await using var host = await ApiHost.Start(cluster, practice: true, ("Burgernet:Api:LivePoll", "00:00:00.05"));
        var location = await Requests.Prepare(host.Client);
        using var view = await Open(host.Client, $"{location}/events");
        await using var events = await Read(view);

        Assert.Equal("text/event-stream", view.Content.Headers.ContentType!.MediaType);
        Assert.True(view.Headers.CacheControl!.NoStore);
        var drafted = await Next(events);
        Assert.Equal(("entry", "1"), (drafted.EventType, drafted.EventId));
        Assert.Equal(TimeSpan.FromSeconds(1), drafted.ReconnectionInterval);
        Assert.Equal(
            """{"sequence":1,"at":"2026-03-29T01:30:01.123Z","type":"drafted","controlRoom":"practice","dispatcher":"anna","data":{"b":1.50, "a":"\u00e9"}}""",
            drafted.Data
        );
        var progress = await Next(events);
        Assert.Equal(
            ("progress", "draft", 1),
            (progress.EventType, Member(progress, "status"), (int?)JsonNode.Parse(progress.Data)!["sequence"])
        );

        using var start = Requests.Post($"{location}/start");
        (await host.Client.SendAsync(start, Cancelled)).Dispose();
        var started = await Next(events);
        Assert.Equal(("entry", "2", "started"), (started.EventType, started.EventId, Member(started, "type")));
        Assert.Equal(("progress", "active"), ((await Next(events)) is var last ? (last.EventType, Member(last, "status")) : default));
    }

    [Theory]
    [InlineData("1", null, "2")]
    [InlineData(null, "1", "2")]
    [InlineData("1", "0", "2")]
    [InlineData("", "1", "2")]
    [InlineData(null, "", "1")]
    [InlineData("2", null, null)]
    public async Task View_OpenedAgain_GoesOnAfterWhatWasSeen(string? header, string? after, string? first)
    {
        var location = await Requests.Prepare(api.Client);
        using var start = Requests.Post($"{location}/start");
        (await api.Client.SendAsync(start, Cancelled)).Dispose();
        using var view = await Open(api.Client, $"{location}/events{(after is null ? "" : $"?after={after}")}", header);
        await using var events = await Read(view);

        var item = await Next(events);
        Assert.Equal(first is null ? "progress" : "entry", item.EventType);
        Assert.Equal(first, item.EventId);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("2")]
    [InlineData("9999999999999999999")]
    public async Task View_AfterSomethingThatIsNoEvent_IsRefused(string id)
    {
        var location = await Requests.Prepare(api.Client);
        await ProblemAssert.Refused(
            api.Client,
            () => new HttpRequestMessage(HttpMethod.Get, $"{location}/events") { Headers = { { "Last-Event-ID", id } } },
            400,
            "invalid-event-id",
            "Last-Event-ID"
        );
        await ProblemAssert.Refused(
            api.Client,
            () => new HttpRequestMessage(HttpMethod.Get, $"{location}/events?after={id}"),
            400,
            "invalid-event-id",
            "after"
        );
    }

    [Fact]
    public async Task View_OfAnActionThatIsNotThereOrOfAnotherRoom_IsRefused()
    {
        await ProblemAssert.Refused(
            api.Client,
            () => new HttpRequestMessage(HttpMethod.Get, $"/v1/actions/{Guid.NewGuid():D}/events"),
            404,
            "unknown-action",
            "id"
        );
        await using var host = await ApiHost.Start(cluster, true, [.. Keys.Room(0, "oost", "east"), .. Keys.Room(1, "west", "west")]);
        Keys.Use(host.Client, "east");
        var location = await Requests.Prepare(host.Client);
        Keys.Use(host.Client, "west");
        await ProblemAssert.Refused(
            host.Client,
            () => new HttpRequestMessage(HttpMethod.Get, $"{location}/events"),
            404,
            "unknown-action",
            "id"
        );
    }

    [Fact]
    public async Task Views_MoreThanAKeyMayOpen_AreRefusedUntilOneEnds()
    {
        (string, string)[] settings = [.. Keys.Room(0, "oost", "one", "two"), ("Burgernet:Api:LiveViewsPerKey", "1")];
        await using var host = await ApiHost.Start(cluster, true, settings);
        Keys.Use(host.Client, "one");
        var location = await Requests.Prepare(host.Client);
        var address = $"{location}/events";
        using (await Open(host.Client, address))
        {
            await ProblemAssert.Refused(
                host.Client,
                () => new HttpRequestMessage(HttpMethod.Get, address),
                429,
                "too-many-live-views",
                field: null
            );
            Keys.Use(host.Client, "two");
            using var other = await Open(host.Client, address);
            Assert.Equal(200, (int)other.StatusCode);
            Keys.Use(host.Client, "one");
        }

        await TestKit.Eventually.Holds(
            "the place of the view that ended is free",
            async () =>
            {
                using var again = await Open(host.Client, address);
                return again.IsSuccessStatusCode;
            },
            TimeSpan.FromSeconds(30)
        );
    }

    [Fact]
    public async Task View_WithNothingNew_SaysThatItIsStillThere()
    {
        await using var host = await ApiHost.Start(cluster, practice: true, ("Burgernet:Api:LiveHeartbeat", "00:00:00.1"));
        var location = await Requests.Prepare(host.Client);
        using var view = await Open(host.Client, $"{location}/events", "1");
        using var reader = new StreamReader(await view.Content.ReadAsStreamAsync(Cancelled));
        var lines = new List<string?>();
        while (lines.Count(line => line == ": still here") < 3)
        {
            lines.Add(await reader.ReadLineAsync(Cancelled));
        }

        Assert.Equal("event: progress", lines[0]);
        Assert.DoesNotContain(lines, line => line?.StartsWith("id:", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task View_OfAnActionThatIsOver_EndsAndIsNotOpenedAgain()
    {
        var location = await Requests.Prepare(api.Client);
        foreach (var act in new[] { "start", "stop" })
        {
            using var request = Requests.Post($"{location}/{act}", Requests.Json("""{"reason":"archived"}"""));
            (await api.Client.SendAsync(request, Cancelled)).EnsureSuccessStatusCode();
        }

        using var view = await Open(api.Client, $"{location}/events", "2");
        await using var events = await Read(view);
        Assert.Equal("3", (await Next(events)).EventId);
        Assert.Equal("progress", (await Next(events)).EventType);
        Assert.Equal("archived", Member(await Next(events), "reason"));
        Assert.False(await events.MoveNextAsync());
        using var again = await Open(api.Client, $"{location}/events", "3");
        Assert.Equal(204, (int)again.StatusCode);
    }

    [Fact]
    public async Task View_WhenTheNodeStops_EndsWithAWordAndLetsItStop()
    {
        var host = await ApiHost.Start(cluster);
        var location = await Requests.Prepare(host.Client);
        using var view = await Open(host.Client, $"{location}/events", "1");
        await using var events = await Read(view);
        Assert.Equal("progress", (await Next(events)).EventType);
        var stopped = host.Stop();

        var end = await Next(events);
        Assert.Equal(("end", "stopping"), (end.EventType, Member(end, "reason")));
        Assert.False(await events.MoveNextAsync());
        await stopped.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
        await host.DisposeAsync();
    }

    private static Task<HttpResponseMessage> Open(HttpClient client, string address, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
    }

    private static async Task<IAsyncEnumerator<SseItem<string>>> Read(HttpResponseMessage view)
    {
        Assert.Equal(200, (int)view.StatusCode);
        return SseParser.Create(await view.Content.ReadAsStreamAsync(Cancelled)).EnumerateAsync(Cancelled).GetAsyncEnumerator(Cancelled);
    }

    private static async Task<SseItem<string>> Next(IAsyncEnumerator<SseItem<string>> events)
    {
        Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancelled), "The view ended");
        return events.Current;
    }

    private static string? Member(SseItem<string> item, string name) => (string?)JsonNode.Parse(item.Data)![name];
}
