using System.Text.Json;
using Burgernet.Grains.Webhooks;
using Burgernet.TestKit;
using Burgernet.Tests.Scenarios.Actions;

namespace Burgernet.Tests.Scenarios.Webhooks;

/// <summary>A control room's own system: a server of Node.js that checks signatures with Node's crypto.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private const string Secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    private readonly NodeScript _script;

    private Receiver(NodeScript script, int port) => (_script, Port) = (script, port);

    public int Port { get; }

    /// <summary>Every request, in order of arrival.</summary>
    public IReadOnlyList<JsonElement> Requests => _script.Of("request");

    /// <summary>The types of entries that it took, in order.</summary>
    public string Taken =>
        string.Join(' ', Requests.Where(request => Text(request, "mode") == "ok").Select(request => Text(Body(request), "type")));

    public static async Task<Receiver> Start(string mode = "ok", int port = 0)
    {
        var script = NodeScript.Start("Scenarios/Webhooks/receiver.cjs", null, $"{port}", Secret);
        var listening = await script.Until("the receiver listens", told => Text(told, "event") == "listening");
        var receiver = new Receiver(script, listening.GetProperty("port").GetInt32());
        await receiver.Answer(mode);
        return receiver;
    }

    public static WebhookEndpoint Endpoint(int port, string name = "console", params string[] events) =>
        new(
            TestAction.ControlRoom,
            name,
            new Uri($"http://127.0.0.1:{port}/hook?token=geheim"),
            [Convert.FromBase64String(Secret["whsec_".Length..])],
            events
        );

    public WebhookEndpoint Endpoint(string name = "console", params string[] events) => Endpoint(Port, name, events);

    /// <summary>From now on it answers so.</summary>
    public async Task Answer(string mode)
    {
        var before = _script.Of("mode").Count;
        await _script.Tell(mode);
        await Eventually.Holds($"the receiver answers {mode}", () => _script.Of("mode").Count > before, TimeSpan.FromSeconds(60));
    }

    public Task UntilRequest(Func<JsonElement, bool> holds, string what = "a request came") =>
        _script.Until(what, told => Text(told, "event") == "request" && holds(told));

    public Task UntilCut() => _script.Until("the answer was cut off", told => Text(told, "event") == "cut");

    public Task UntilTaken(string types) =>
        Eventually.Holds(
            $"the receiver took {types}",
            () => Taken == types,
            TimeSpan.FromSeconds(60),
            () => $"{Taken}\n{string.Join('\n', Requests)}"
        );

    public static JsonElement Body(JsonElement request)
    {
        using var document = JsonDocument.Parse(Text(request, "body"));
        return document.RootElement.Clone();
    }

    public static string Text(JsonElement told, string name) => told.GetProperty(name).GetString()!;

    public ValueTask DisposeAsync() => _script.DisposeAsync();
}
