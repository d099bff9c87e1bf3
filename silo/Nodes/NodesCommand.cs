using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Burgernet.Silo.Hosting;

namespace Burgernet.Silo.Nodes;

/// <summary><c>silo -- nodes</c>, <c>drain</c> and <c>undrain</c>: asks a node that runs, over its API, with an operator's key.</summary>
internal sealed class NodesCommand : IDisposable
{
    /// <summary>The words on the command line.</summary>
    public const string List = "nodes";

    /// <inheritdoc cref="List"/>
    public const string Drain = "drain";

    /// <inheritdoc cref="List"/>
    public const string Undrain = "undrain";

    /// <summary>The environment variable that holds the key; on a command line every user of the machine would see it.</summary>
    private const string KeyVariable = "BURGERNET_KEY";

    /// <summary>Seconds: what a clock is off by that keeps time with the others is a thousandth of this.</summary>
    private const double ClockWorthATell = 0.1;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly HttpClient _node;
    private readonly NodesText _text;
    private readonly IConfiguration _settings;

    private readonly TextWriter _output;
    private readonly TextWriter _errors;

    private NodesCommand(IConfiguration settings, NodesText text, TextWriter output, TextWriter errors)
    {
        (_settings, _text, _output, _errors) = (settings, text, output, errors);
        var address = new UriBuilder(new Uri(ListenAddresses.Of(settings)[0].Replace("//*", "//127.0.0.1", StringComparison.Ordinal)));
        if (IPAddress.TryParse(address.Host, out var host) && (host.Equals(IPAddress.Any) || host.Equals(IPAddress.IPv6Any)))
        {
            address.Host = "127.0.0.1";
        }

        _node = new HttpClient { BaseAddress = address.Uri, Timeout = TimeSpan.FromSeconds(20) };
        _node.DefaultRequestHeaders.AcceptLanguage.ParseAdd(text.Dutch ? "nl" : "en");
        if (settings[KeyVariable] is { Length: > 0 } key)
        {
            _node.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            _node.DefaultRequestHeaders.Add("X-Dispatcher", Environment.UserName is { Length: > 0 } user ? user : "operator");
        }
    }

    /// <summary>Does what the word says.</summary>
    /// <returns>The exit code: 0 done, 1 not to be done, 2 not done within the time.</returns>
    public static Task<int> Run(string word, string[] args) => Run(word, args, Console.Out, Console.Error);

    /// <inheritdoc cref="Run(string, string[])"/>
    /// <param name="word">What to do.</param>
    /// <param name="args">Settings, as on the command line.</param>
    /// <param name="output">Where it says what it did.</param>
    /// <param name="errors">Where it says why not.</param>
    internal static async Task<int> Run(string word, string[] args, TextWriter output, TextWriter errors)
    {
        var settings = NodeBuilder.Create(args).Configuration;
        var text = new NodesText((settings.GetSection(NodeOptions.Section).Get<NodeOptions>() ?? new NodeOptions()).Language == "nl");
        if (args.Any(argument => !argument.StartsWith("--", StringComparison.Ordinal)))
        {
            await errors.WriteLineAsync(text.Usage);
            return 1;
        }

        using var command = new NodesCommand(settings, text, output, errors);
        try
        {
            return word switch
            {
                List => await command.Show(),
                Drain => await command.TakeOut(),
                _ => await command.PutBack(),
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await errors.WriteLineAsync(text.NotThere(command._node.BaseAddress!.ToString()));
            return 1;
        }
    }

    public void Dispose() => _node.Dispose();

    private async Task<int> Show()
    {
        using var response = await _node.GetAsync("v1/nodes");
        if (await Refused(response) is { } code)
        {
            return code;
        }

        await _output.WriteLineAsync(_text.Heads);
        foreach (var node in await Nodes(response))
        {
            var lines = node["carriers"]!.AsArray().Select(carrier => Lines(carrier!));
            if ((double?)node["clockOffsetSeconds"] is { } offset && Math.Abs(offset) >= ClockWorthATell)
            {
                lines = lines.Append(_text.Clock(offset));
            }

            var since = (DateTimeOffset?)node["drainingSince"] ?? (DateTimeOffset?)node["startedAt"];
            await _output.WriteLineAsync(
                $"{(string?)node["id"]} {(string?)node["status"]} {Short((string?)node["version"])} {since?.ToLocalTime():yyyy-MM-dd'T'HH:mm:ss} {string.Join("; ", lines)}"
            );
        }

        return 0;
    }

    private async Task<int> TakeOut()
    {
        var exit = string.Equals(_settings["exit"], "true", StringComparison.OrdinalIgnoreCase);
        using var response = await _node.PostAsync($"v1/nodes/{Target}/drain{(exit ? "?exit=true" : "")}", content: null);
        if (await Refused(response) is { } code)
        {
            return code;
        }

        var id = (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"];
        var seconds = int.TryParse(_settings["wait"], CultureInfo.InvariantCulture, out var given) ? given : 120;
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began).TotalSeconds < seconds; )
        {
            if (await StatusOf(id, exit) is "drained" or "leaving" or "dead" or null)
            {
                await _output.WriteLineAsync(exit ? _text.Exits : _text.Drained);
                return 0;
            }

            await Task.Delay(Look, TimeProvider.System);
        }

        await _errors.WriteLineAsync(_text.NotInTime(seconds));
        return 2;
    }

    private async Task<int> PutBack()
    {
        using var response = await _node.PostAsync($"v1/nodes/{Target}/undrain", content: null);
        if (await Refused(response) is { } code)
        {
            return code;
        }

        await _output.WriteLineAsync(_text.PutBack);
        return 0;
    }

    private string Target => Uri.EscapeDataString(_settings["node"] ?? "local");

    /// <summary>What a node is doing; null where nobody answers any more, as when the node that was asked has stopped.</summary>
    private async Task<string?> StatusOf(string? id, bool exit)
    {
        try
        {
            using var response = await _node.GetAsync("v1/nodes");
            return response.IsSuccessStatusCode
                ? (string?)(await Nodes(response)).FirstOrDefault(node => (string?)node["id"] == id)?["status"]
                : "unknown";
        }
        catch (HttpRequestException) when (exit)
        {
            return null;
        }
    }

    private async Task<int?> Refused(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
        {
            return null;
        }

        var body = await response.Content.ReadAsStringAsync();
        var detail = body.StartsWith('{') ? (string?)JsonNode.Parse(body)!["detail"] : null;
        await _errors.WriteLineAsync(_text.Refused((int)response.StatusCode, detail));
        return 1;
    }

    private string Lines(JsonNode carrier)
    {
        var held = _text.Held((string)carrier["name"]!, (int)carrier["calls"]!, (int)carrier["lines"]!, (int)carrier["callsPerSecond"]!);
        return (DateTimeOffset?)carrier["chargedUntil"] is { } until
            ? $"{held}, {_text.Charged((int)carrier["chargedLines"]!, until)}"
            : held;
    }

    /// <summary>The version, and as much of the commit behind it as tells it from others.</summary>
    private static string Short(string? version) =>
        version is null ? "-" : version[..Math.Min(version.Length, version.IndexOf('+', StringComparison.Ordinal) + 13)];

    private static async Task<List<JsonNode>> Nodes(HttpResponseMessage response) =>
        [.. JsonNode.Parse(await response.Content.ReadAsStringAsync())!["nodes"]!.AsArray().Select(node => node!)];
}
