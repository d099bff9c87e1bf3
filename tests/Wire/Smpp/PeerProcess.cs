using System.Diagnostics;
using System.Text.Json;
using Burgernet.TestKit;

namespace Burgernet.Tests.Wire.Smpp;

/// <summary>A program that we did not write and that tells what happens as JSON lines; a process of its own.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly List<JsonElement> _events = [];
    private readonly List<string> _other = [];

    private PeerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
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

    /// <summary>All that it printed besides.</summary>
    public string Output
    {
        get
        {
            lock (_events)
            {
                return string.Join('\n', _other);
            }
        }
    }

    /// <summary>npm <c>smpp</c> as SMSC, on a free port; skips the test where it is not installed.</summary>
    public static PeerProcess StartNode(params IEnumerable<string> arguments)
    {
        var node = Peers.Require("node", "nodejs");
        var folder = Path.Combine(Folder, "Peers");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "smpp")))
        {
            Peers.Missing($"npm package smpp is not installed in {folder}");
        }

        return Start(node, [Path.Combine(folder, "smsc.cjs"), .. arguments]);
    }

    /// <summary>Debian's <c>Net::SMPP</c> as SMSC; skips the test where it is not installed.</summary>
    public static PeerProcess StartPerl(params IEnumerable<string> arguments)
    {
        var perl = Peers.Require("perl", "perl");
        if (!File.Exists("/usr/share/perl5/Net/SMPP.pm"))
        {
            Peers.Missing("Net::SMPP is not installed (package libnet-smpp-perl)");
        }

        return Start(perl, [Path.Combine(Folder, "Peers", "smsc.pl"), .. arguments]);
    }

    /// <summary>Any program.</summary>
    public static PeerProcess Start(string program, IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder ?? "",
        };
        var peer = new PeerProcess(new Process { StartInfo = start });
        peer._process.Start();
        peer._process.BeginOutputReadLine();
        peer._process.BeginErrorReadLine();
        return peer;
    }

    /// <summary>The events of a kind.</summary>
    public IReadOnlyList<JsonElement> Of(string kind) => [.. Events.Where(one => one.GetProperty("event").GetString() == kind)];

    /// <summary>Waits for so many events of a kind.</summary>
    public async Task<IReadOnlyList<JsonElement>> Wait(string kind, int count = 1)
    {
        await Eventually.Holds(
            $"the peer tells {count} × {kind}",
            () => Of(kind).Count >= count,
            Limit,
            () => $"{Output}\n{string.Join('\n', Events.TakeLast(20))}"
        );
        return Of(kind);
    }

    /// <summary>Where it listens.</summary>
    public async Task<int> Port() => (await Wait("listening"))[0].GetProperty("port").GetInt32();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "Wire", "Smpp");

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_events)
        {
            if (line.StartsWith('{'))
            {
                _events.Add(JsonSerializer.Deserialize<JsonElement>(line));
            }
            else
            {
                _other.Add(line);
            }
        }
    }
}
