using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Burgernet.TestKit;

/// <summary>A script that Node.js runs, as a process of its own, which tells what happens as JSON lines: <c>{"event":"…"}</c>.</summary>
public sealed class NodeScript : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly List<JsonElement> _events = [];

    private NodeScript(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
    }

    /// <summary>What it told so far.</summary>
    public IReadOnlyList<JsonElement> Events
    {
        get
        {
            lock (_events)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>Starts a script below <c>tests</c>; skips the test where Node.js or the script's npm package is not installed.</summary>
    /// <param name="script">Its path below <c>tests</c>: <c>Scenarios/Live/watch.cjs</c>.</param>
    /// <param name="package">The npm package that it needs, or null.</param>
    /// <param name="arguments">Its arguments.</param>
    public static NodeScript Start(string script, string? package, params IEnumerable<string> arguments)
    {
        var node = Peers.Require("node", "nodejs");
        var path = Path.Combine(RepositoryRoot.Path, "tests", script);
        var folder = Path.GetDirectoryName(path)!;
        if (package is not null && !Directory.Exists(Path.Combine(folder, "node_modules", package)))
        {
            Peers.Missing($"npm package {package} is not installed in {folder}");
        }

        var start = new ProcessStartInfo(node, [path, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var started = new NodeScript(new Process { StartInfo = start });
        started._process.Start();
        started._process.BeginOutputReadLine();
        started._process.BeginErrorReadLine();
        return started;
    }

    /// <summary>What it told of one kind so far.</summary>
    public IReadOnlyList<JsonElement> Of(string kind) => [.. Events.Where(told => Kind(told) == kind)];

    /// <summary>Tells it something: a line of standard input.</summary>
    public Task Tell(string line) => _process.StandardInput.WriteLineAsync(line);

    /// <summary>Waits until it told something that holds, and says what.</summary>
    /// <param name="what">For the message.</param>
    /// <param name="holds">What is waited for.</param>
    public async Task<JsonElement> Until(string what, Func<JsonElement, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        JsonElement? found = null;
        await Eventually.Holds(
            what,
            () => (found = Events.Where(holds).Select(told => (JsonElement?)told).FirstOrDefault()) is not null,
            Limit,
            () => string.Create(CultureInfo.InvariantCulture, $"It told {string.Join('\n', Events)}")
        );
        return found!.Value;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static string? Kind(JsonElement told) => told.GetProperty("event").GetString();

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        using var document = JsonDocument.Parse(line);
        lock (_events)
        {
            _events.Add(document.RootElement.Clone());
        }
    }
}
