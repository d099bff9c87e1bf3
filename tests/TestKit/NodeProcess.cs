using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Burgernet.TestKit;

/// <summary>The node, or its practice carrier, as a process of its own: it can be interrupted and killed.</summary>
public sealed partial class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NodeProcess(Process process, Regex readyLine)
    {
        _process = process;
        DataReceivedEventHandler take = (_, line) => Take(line.Data, readyLine);
        _process.OutputDataReceived += take;
        _process.ErrorDataReceived += take;
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) =>
            _ready.TrySetException(new InvalidOperationException($"The process ended before it was ready:\n{Output}"));
    }

    /// <summary>What it printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it ended, be it by itself.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>What stood in the line that said it is ready: the node's URL, or the carrier's address.</summary>
    public string Address => _ready.Task.Result;

    /// <summary>Processor time that it used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a node on a free port.</summary>
    /// <param name="dataFolder">Where it keeps its data.</param>
    /// <param name="settings">Settings as on the command line, without the dashes: <c>Burgernet:Carrier:Channels=10</c>.</param>
    public static Task<NodeProcess> StartNode(string dataFolder, params IEnumerable<string> settings) =>
        StartNode(NodeProgram.Built, dataFolder, settings);

    /// <summary>Starts a node of another build on a free port.</summary>
    /// <param name="program">The build.</param>
    /// <param name="dataFolder">Where it keeps its data.</param>
    /// <param name="settings">Settings as on the command line, without the dashes.</param>
    /// <param name="environment">What it finds in its environment beside what this process has: a clock of its own, for instance.</param>
    public static Task<NodeProcess> StartNode(
        NodeProgram program,
        string dataFolder,
        IEnumerable<string> settings,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        string[] given = [.. settings];
        var listed = given
            .Where(setting => setting.StartsWith("Burgernet:Carriers:", StringComparison.Ordinal))
            .Select(setting => string.Join(':', setting.Split(':').Take(3)))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return Start(
            program,
            [
                "--urls=http://127.0.0.1:0",
                $"--Burgernet:Storage:Folder={dataFolder}",
                "--Burgernet:Node:Language=en",
                .. (listed.Length == 0 ? ["Burgernet:Carrier"] : listed).SelectMany(Media),
                .. Media("Burgernet:Practice"),
                // One try each, so that an action ends when everyone was called; what comes later wins.
                "--Burgernet:Kinds:missing-child:RetryAfter=none",
                .. given.Select(setting => $"--{setting}"),
            ],
            ApiLine(),
            environment
        );
    }

    /// <summary>Starts a practice carrier on a free port.</summary>
    public static Task<NodeProcess> StartPractice(params IEnumerable<string> settings) =>
        Start(
            NodeProgram.Built,
            [
                "practice",
                "--Burgernet:Practice:Listen=127.0.0.1:0",
                "--Burgernet:Practice:Sms:Listen=127.0.0.1:0",
                "--Burgernet:Node:Language=en",
                .. Media("Burgernet:Practice"),
                .. settings.Select(setting => $"--{setting}"),
            ],
            CarrierLine()
        );

    /// <summary>Starts it with these arguments and returns when it has ended by itself.</summary>
    /// <returns>Exit code and what it printed.</returns>
    public static Task<(int ExitCode, string Output)> RunToEnd(params IEnumerable<string> arguments) =>
        RunToEnd(NodeProgram.Built, arguments);

    /// <summary>Starts another build with these arguments and returns when it has ended by itself.</summary>
    /// <returns>Exit code and what it printed.</returns>
    public static async Task<(int ExitCode, string Output)> RunToEnd(NodeProgram program, IEnumerable<string> arguments)
    {
        var process = new Process { StartInfo = StartInfo(program, arguments) };
        await using var node = new NodeProcess(process, ApiLine());
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync().WaitAsync(StartLimit);
        process.WaitForExit();
        return (process.ExitCode, node.Output);
    }

    /// <summary>kill -9: nothing is said to anyone.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, which the node treats as Ctrl-C. (SIGINT itself is ignored in what a shell started in its background.)</summary>
    public void Terminate() => SendSignal(_process.Id, 15);

    /// <summary>SIGSTOP: it does nothing, and nobody can tell it from one that is slow.</summary>
    public void Freeze() => SendSignal(_process.Id, 19);

    /// <summary>SIGCONT: it goes on as if no time had passed.</summary>
    public void Unfreeze() => SendSignal(_process.Id, 18);

    /// <summary>Whether a practice carrier turns every new call away with 503 from now on (SIGUSR1), or takes calls again (SIGUSR2).</summary>
    public void TurnAway(bool away) => SendSignal(_process.Id, away ? 10 : 12);

    /// <summary>Waits until it has ended.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Ended(TimeSpan limit)
    {
        await _process.WaitForExitAsync().WaitAsync(limit);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _ = _ready.Task.Exception;
        if (!_process.HasExited)
        {
            await Kill();
        }

        _process.Dispose();
    }

    private static IEnumerable<string> Media(string section) => MediaPorts.For(section).Select(setting => $"--{setting}");

    private static async Task<NodeProcess> Start(
        NodeProgram program,
        IEnumerable<string> arguments,
        Regex readyLine,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var process = new Process { StartInfo = StartInfo(program, arguments) };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            process.StartInfo.Environment[name] = value;
        }

        var node = new NodeProcess(process, readyLine);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await node._ready.Task.WaitAsync(StartLimit);
        }
        catch (TimeoutException exception)
        {
            var output = node.Output;
            await node.DisposeAsync();
            throw new TimeoutException($"The process was not ready within {StartLimit}; it printed:\n{output}", exception);
        }

        return node;
    }

    private static ProcessStartInfo StartInfo(NodeProgram program, IEnumerable<string> arguments) =>
        new("dotnet", [program.Path, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

    private void Take(string? line, Regex readyLine)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.Add(line);
        }

        var match = readyLine.Match(line);
        if (match.Success)
        {
            _ready.TrySetResult(match.Groups["address"].Value);
        }
    }

    private static void SendSignal(int process, int signal)
    {
        if (kill(process, signal) != 0)
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"Signal {signal} could not be sent: error {Marshal.GetLastPInvokeError()}")
            );
        }
    }

    [GeneratedRegex(@"^\s*API\s+(?<address>http://\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ApiLine();

    [GeneratedRegex(@"Practice carrier on (?<address>\S+): ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CarrierLine();

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int kill(int process, int signal);
}
