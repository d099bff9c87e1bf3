using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Burgernet.Silo.Hosting;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>The live view of a node, read by programs that we did not write: npm's EventSource, and curl.</summary>
public sealed class LiveViewTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task View_ByEventSourceAcrossANodeThatIsKilled_IsExactlyTheDossier()
    {
        using var folder = new TemporaryFolder();
        await using var first = await NodeProcess.StartNode(folder.Path, Settings());
        var address = first.Address;
        using var room = new ControlRoom(address);
        var action = await room.Draft(ControlRoom.Circle(300), WaveFile.Tone(TimeSpan.FromSeconds(1)));
        await using var view = NodeScript.Start("Scenarios/Live/watch.cjs", "eventsource", $"{address}{action}/events");
        await UntilEntry(view, "drafted");
        (await room.Start(action)).EnsureSuccessStatusCode();
        await UntilEntry(view, "started");
        await first.Kill();
        await view.Until("the browser comes back by itself", told => Kind(told) == "reconnecting");

        await using var second = await NodeProcess.StartNode(folder.Path, [.. Settings(), $"urls={address}"]);
        await UntilEntry(view, "wave-completed");
        await Tip(address, action, "Bij de molen");
        (await room.Stop(action)).EnsureSuccessStatusCode();
        await UntilEntry(view, "stopped");
        await view.Until(
            "the figures after the stop came",
            told => Kind(told) == "progress" && Data(told).GetProperty("status").GetString() == "stopped"
        );

        var dossier = await Own(room, action);
        Assert.Equal(Lines(dossier.Select(Fields)), Lines(view.Of("entry").Select(entry => Fields(Data(entry)))));
        Assert.Equal(
            Lines(dossier.Select(entry => $"{Sequence(entry)}")),
            Lines(view.Of("entry").Select(entry => entry.GetProperty("id").GetString()))
        );
        Assert.DoesNotContain(view.Events, told => told.ToString().Contains("sealed", StringComparison.Ordinal));
        Assert.Contains(view.Of("progress"), told => Data(told).GetProperty("progress").GetProperty("underWay").GetInt32() > 0);
        var last = Data(view.Of("progress")[^1]);
        Assert.Equal("stopped", last.GetProperty("status").GetString());
        Assert.True(last.GetProperty("progress").GetProperty("complete").GetBoolean());

        second.Terminate();
        await view.Until("the node takes its leave", told => Kind(told) == "end");
        Assert.Equal(0, await second.Ended(Patience));
    }

    [Fact]
    public async Task View_ByCurlCutOffAgainAndAgain_GoesOnExactlyWhereItWas()
    {
        using var folder = new TemporaryFolder();
        await using var node = await NodeProcess.StartNode(folder.Path, Settings());
        using var room = new ControlRoom(node.Address);
        var action = await room.Draft(ControlRoom.Circle(300), WaveFile.Tone(TimeSpan.FromSeconds(1)));
        var seen = new List<string>();
        var last = "";
        (await room.Start(action)).EnsureSuccessStatusCode();
        await Eventually.Holds(
            "the whole story was read, a second at a time",
            async () =>
            {
                foreach (var item in await Curl($"{node.Address}{action}/events", last))
                {
                    if (item.EventType == "entry")
                    {
                        last = item.EventId!;
                        using var entry = JsonDocument.Parse(item.Data);
                        seen.Add(Fields(entry.RootElement));
                        if (seen.Count == 3)
                        {
                            (await room.Stop(action)).Dispose();
                        }
                    }
                }

                return seen.Any(entry => entry.Contains("wave-completed", StringComparison.Ordinal))
                    && seen.Any(entry => entry.Contains(" stopped ", StringComparison.Ordinal));
            },
            Patience,
            () => string.Join('\n', seen)
        );

        Assert.Equal(Lines((await Own(room, action)).Select(Fields)), Lines(seen));
    }

    /// <summary>It asks once a minute only: what it shows before, the stream brought.</summary>
    [Fact]
    public async Task View_OfAnApiInAProcessOfItsOwn_IsBroughtByTheStream()
    {
        using var folder = new TemporaryFolder();
        var gateway = FreePorts.Take();
        await using var node = await NodeProcess.StartNode(folder.Path, [.. Settings(), $"Burgernet:Node:GatewayPort={gateway}"]);
        await using var front = await ApiFront.Start(gateway, ("Burgernet:Api:LivePoll", "00:01:00"));
        using var room = new ControlRoom(node.Address);
        var action = await room.Draft(ControlRoom.Circle(300), WaveFile.Tone(TimeSpan.FromSeconds(1)));
        await using var view = NodeScript.Start("Scenarios/Live/watch.cjs", "eventsource", $"{front.Address}{action}/events");
        await UntilEntry(view, "drafted");
        (await room.Start(action)).EnsureSuccessStatusCode();
        await UntilEntry(view, "wave-completed");

        Assert.Equal(Lines((await Own(room, action)).Select(Fields)), Lines(view.Of("entry").Select(entry => Fields(Data(entry)))));
    }

    private static string[] Settings() =>
        ["Burgernet:Practice:Pace=0.1", "Burgernet:Carrier:RingLimit=00:00:03", "Burgernet:Carrier:LingerAfterMessage=00:00:00.5"];

    /// <summary>A second of what curl reads.</summary>
    private static async Task<List<SseItem<string>>> Curl(string address, string lastEventId)
    {
        string[] arguments = ["-sS", "-N", "--max-time", "1", "-H", $"Last-Event-ID: {lastEventId}", address];
        var start = new ProcessStartInfo(Peers.Require("curl", "curl"), lastEventId.Length == 0 ? [.. arguments[..4], address] : arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var curl = Process.Start(start)!;
        var read = new List<SseItem<string>>();
        await foreach (var item in SseParser.Create(curl.StandardOutput.BaseStream).EnumerateAsync())
        {
            read.Add(item);
        }

        await curl.WaitForExitAsync();
        return read;
    }

    private static async Task Tip(string address, string action, string text)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}{action}/tips")
        {
            Content = new StringContent($$"""{"text":"{{text}}"}""", System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", "tip");
        (await http.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private static string Lines(IEnumerable<string?> lines) => string.Join('\n', lines);

    private static Task<JsonElement> UntilEntry(NodeScript view, string type) =>
        view.Until($"the view told {type}", told => Kind(told) == "entry" && Data(told).GetProperty("type").GetString() == type);

    /// <summary>The action's own chain, as the dossier has it.</summary>
    private static async Task<List<JsonElement>> Own(ControlRoom room, string action) =>
        [.. (await room.GetAll($"{action}/dossier", "entries")).Where(entry => !entry.TryGetProperty("lane", out _))];

    /// <summary>All that both say of an entry; of a tip its id.</summary>
    private static string Fields(JsonElement entry)
    {
        var type = entry.GetProperty("type").GetString();
        var data = entry.GetProperty("data");
        var content = type == "tip" ? data.GetProperty("tipId").ToString() : data.GetRawText();
        var who = $"{entry.GetProperty("controlRoom").GetString()}/{entry.GetProperty("dispatcher").GetString()}";
        return $"{Sequence(entry)} {entry.GetProperty("at").GetString()} {type} {who} {content}";
    }

    private static long Sequence(JsonElement entry) => entry.GetProperty("sequence").GetInt64();

    private static string? Kind(JsonElement told) => told.GetProperty("event").GetString();

    private static JsonElement Data(JsonElement told)
    {
        using var document = JsonDocument.Parse(told.GetProperty("data").GetString()!);
        return document.RootElement.Clone();
    }
}
