using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Xunit;

namespace Burgernet.TestKit;

/// <summary>One run of sipp, a peer that we did not write, with a scenario of this repository; in a folder of its own.</summary>
public sealed class Sipp : IAsyncDisposable
{
    /// <summary>Of each log, what a message shows: the end.</summary>
    private const int ShownOfLog = 8_000;

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly string _scenario;
    private readonly string _file;
    private readonly Process _process;

    private Sipp(string program, string scenario, IPEndPoint? target, int port, int mediaPort, IEnumerable<string> more)
    {
        var parts = scenario.Split(':');
        _scenario = scenario;
        _file = Path.Combine(_folder.Path, Path.GetFileName(parts[0]));
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", parts[0]));
        File.WriteAllText(_file, text.Replace("@code@", parts[^1], StringComparison.Ordinal));
        EndPoint = new IPEndPoint(IPAddress.Loopback, port);
        _process =
            Process.Start(
                new ProcessStartInfo(program, Arguments(mediaPort, [.. more], target))
                {
                    WorkingDirectory = _folder.Path,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            ) ?? throw new InvalidOperationException("sipp did not start");
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it sends SIP from and takes it.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>As answering side, on free ports.</summary>
    /// <param name="scenario">A file below <c>tests</c>; <c>Wire/Sipp/uas-reject.xml:486</c> puts 486 for <c>@code@</c>, because sipp has no variables in a status line.</param>
    /// <param name="more">Arguments besides the usual; <c>-m</c> (1 call) and <c>-timeout</c> (60 s) replace the usual.</param>
    public static Sipp Answer(string scenario, params IEnumerable<string> more) =>
        Answer(scenario, FreeUdpPort.TakeWithTcp(), FreeUdpPort.TakeEven(), more);

    /// <summary>As answering side, on ports that must be known before it starts.</summary>
    /// <param name="scenario">As in the other.</param>
    /// <param name="port">For SIP.</param>
    /// <param name="mediaPort">For RTP.</param>
    /// <param name="more">As in the other.</param>
    public static Sipp Answer(string scenario, int port, int mediaPort, params IEnumerable<string> more) =>
        new(Program(), scenario, target: null, port, mediaPort, more);

    /// <summary>As caller, on free ports.</summary>
    /// <param name="scenario">A file below <c>tests</c>, as for <see cref="Answer(string, IEnumerable{string})"/>.</param>
    /// <param name="target">Who is called.</param>
    /// <param name="more">Arguments besides the usual, as for <see cref="Answer(string, IEnumerable{string})"/>.</param>
    public static Sipp Call(string scenario, IPEndPoint target, params IEnumerable<string> more) =>
        new(Program(), scenario, target, FreeUdpPort.TakeWithTcp(), FreeUdpPort.TakeEven(), more);

    /// <summary>Waits until it takes datagrams: what was sent before is not lost then, and a request that is repeated while sipp is in the middle of its scenario fails the call.</summary>
    public Task TakesDatagrams() =>
        Eventually.Holds(
            $"sipp {_scenario} had its port",
            () => BoundSockets.TakesDatagrams(EndPoint.Port),
            TimeSpan.FromSeconds(20),
            Logs
        );

    /// <summary>Waits until it takes TCP connections.</summary>
    public Task Listens() =>
        Eventually.Holds($"sipp {_scenario} listened", () => BoundSockets.IsListening(EndPoint.Port), TimeSpan.FromSeconds(20), Logs);

    /// <summary>Waits until all its calls are done; fails, with its logs, where it counts a failed one.</summary>
    /// <param name="seconds">How long at most.</param>
    public async Task ExpectSuccess(int seconds = 30)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"sipp {_scenario} did not end within {seconds} s. {Logs()}");
        }

        Assert.True(_process.ExitCode == 0, $"sipp {_scenario} ended with {_process.ExitCode} (1: a call failed). {Logs()}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        _folder.Dispose();
    }

    private static string Program() => Peers.Require("sipp", "sip-tester");

    private IEnumerable<string> Arguments(int mediaPort, string[] more, IPEndPoint? target) =>
        [
            "-sf",
            _file,
            "-i",
            "127.0.0.1",
            "-p",
            EndPoint.Port.ToString(CultureInfo.InvariantCulture),
            "-mi",
            "127.0.0.1",
            "-mp",
            mediaPort.ToString(CultureInfo.InvariantCulture),
            "-nostdin",
            "-trace_err",
            "-error_file",
            Path.Combine(_folder.Path, "errors"),
            "-timeout_error",
            .. more.Contains("-timeout", StringComparer.Ordinal) ? Array.Empty<string>() : ["-timeout", "60"],
            .. more.Contains("-m", StringComparer.Ordinal) ? Array.Empty<string>() : ["-m", "1"],
            .. more,
            .. target is null ? Array.Empty<string>() : [target.ToString()],
        ];

    private string Logs()
    {
        var logs = Directory.GetFiles(_folder.Path).Where(file => file != _file).Order(StringComparer.Ordinal).ToArray();
        return string.Join(
            '\n',
            [
                logs.Length == 0 ? "It wrote no log." : "",
                .. _errors,
                .. logs.Select(file =>
                {
                    var text = File.ReadAllText(file);
                    return $"{Path.GetFileName(file)}:\n{text[^Math.Min(text.Length, ShownOfLog)..]}";
                }),
            ]
        );
    }
}
