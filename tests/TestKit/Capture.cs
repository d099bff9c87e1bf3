using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Burgernet.TestKit;

/// <summary>What goes over loopback while a test runs, taken and examined by tshark.</summary>
public sealed class Capture : IAsyncDisposable
{
    /// <summary>Looks without growth after which the file counts as whole: longer than tshark keeps a block.</summary>
    private const int UnchangedLooks = 40;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _packets = new();
    private readonly string _tshark;
    private readonly string _file;

    /// <summary>Protocols that tshark takes a packet for because of its port alone; ours are free ports, which now and then are theirs.</summary>
    private static readonly string[] NotByPort = ["--disable-protocol", "tzsp"];

    private readonly string[] _decodeAs;
    private readonly Process _process;
    private bool _isTaken;

    private Capture(string tshark, string filter, IEnumerable<string> decodeAs)
    {
        _tshark = tshark;
        _file = Path.Combine(_folder.Path, "capture.pcapng");
        _decodeAs = [.. decodeAs.SelectMany(rule => new[] { "-d", rule })];

        // -P and -l: a line for each packet, at once.
        _process = Launch(["-i", "lo", "-f", filter, "-B", "64", "-l", "-P", "-w", _file, .. _decodeAs]);
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } packet)
            {
                _packets.Enqueue(packet);
            }
        };
        _process.BeginOutputReadLine();
    }

    /// <summary>Begins; returns when tshark captures. Where the user may not capture, the running test is skipped (fails in CI).</summary>
    /// <param name="filter">A capture filter: only the test's own ports.</param>
    /// <param name="decodeAs">How ports are to be understood: <c>udp.port==5070,sip</c>.</param>
    public static async Task<Capture> Start(string filter, params IEnumerable<string> decodeAs)
    {
        var capture = await StartIfAllowed(filter, decodeAs);
        if (!capture._isTaken)
        {
            await capture.DisposeAsync();
            Peers.Missing("the right to capture (tshark needs root, or the wireshark group)");
        }

        return capture;
    }

    /// <summary>Begins with the SIP of one port, as <see cref="Start"/>; but where the user may not capture, the test goes on without (fails in CI).</summary>
    /// <param name="port">The UDP port at one of the ends.</param>
    public static Task<Capture> StartSipIfAllowed(int port) => StartSipIfAllowed(isTcp: false, port);

    /// <summary>The same for several ports.</summary>
    /// <param name="isTcp">Whether they are of TCP.</param>
    /// <param name="ports">Ports at one of the ends.</param>
    public static Task<Capture> StartSipIfAllowed(bool isTcp, params int[] ports)
    {
        var transport = isTcp ? "tcp" : "udp";
        return StartIfAllowed(
            string.Join(" or ", ports.Select(port => $"{transport} port {port}")),
            ports.Select(port => $"{transport}.port=={port},sip")
        );
    }

    /// <summary>Ends the capture; everything captured is in the file when it returns.</summary>
    public async Task Stop()
    {
        if (!_process.HasExited)
        {
            // tshark takes packets from the kernel in blocks: an interrupt drops the block that is not full yet.
            var (length, unchanged) = (-1L, 0);
            await Eventually.Holds(
                "tshark had written everything",
                () =>
                {
                    var now = new FileInfo(_file).Length;
                    unchanged = now == length ? unchanged + 1 : 0;
                    length = now;
                    return unchanged == UnchangedLooks;
                },
                Limit
            );
            using var interrupt = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await interrupt.WaitForExitAsync(TestContext.Current.CancellationToken);
            await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Limit, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Ends the capture and fails where it holds a malformed packet, or a violation that Wireshark knows.</summary>
    /// <param name="atLeast">Packets that must be in the capture before it is judged.</param>
    /// <returns>The SIP messages, one a line; empty where nothing could be captured.</returns>
    public async Task<string> ExpectNoErrors(int atLeast)
    {
        if (!_isTaken)
        {
            return "";
        }

        await Eventually.Holds(
            $"the capture held {atLeast} packets",
            () => _packets.Count >= atLeast,
            TimeSpan.FromSeconds(10),
            () => string.Join('\n', _packets)
        );
        await Stop();
        Assert.Empty(await ExpertErrors());
        return string.Join('\n', await Read(["-Y", "sip"]));
    }

    /// <summary>The given fields of all packets that a display filter lets through.</summary>
    public async Task<IReadOnlyList<string[]>> Fields(string filter, params IEnumerable<string> fields) =>
        [
            .. (await Read(["-Y", filter, "-T", "fields", .. fields.SelectMany(field => new[] { "-e", field })])).Select(line =>
                line.Split('\t')
            ),
        ];

    /// <summary>The rows of tshark's expert information at the level of errors.</summary>
    public async Task<IReadOnlyList<string>> ExpertErrors()
    {
        var lines = await Read(["-q", "-z", "expert,error"]);
        return [.. lines.Where(line => !string.IsNullOrWhiteSpace(line))];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // With dumpcap, its child: that one holds our end of its output, for which the next line would wait for ever.
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        _folder.Dispose();
    }

    private static async Task<Capture> StartIfAllowed(string filter, IEnumerable<string> decodeAs)
    {
        var capture = new Capture(Peers.Require("tshark", "tshark"), filter, decodeAs);
        try
        {
            await capture.Begin();
            return capture;
        }
        catch
        {
            await capture.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns when packets are taken, or when tshark ended because this user may not.</summary>
    private async Task Begin()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        var said = new StringBuilder();
        while (await _process.StandardError.ReadLineAsync(limit.Token) is { } line)
        {
            // The last line before packets are taken; "Capturing on" comes too early.
            if (line.Contains("Capture started", StringComparison.Ordinal))
            {
                _isTaken = true;
                _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
                return;
            }

            said.AppendLine(line);
        }

        await _process.WaitForExitAsync(limit.Token);
        Assert.False(Environment.IsPrivilegedProcess || Peers.IsCi, $"tshark did not capture, it ended with {_process.ExitCode}:\n{said}");
    }

    private Process Launch(IEnumerable<string> arguments) =>
        Process.Start(
            new ProcessStartInfo(_tshark, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                UseShellExecute = false,
            }
        ) ?? throw new InvalidOperationException("tshark did not start");

    private async Task<List<string>> Read(IEnumerable<string> arguments)
    {
        using var process = Launch(["-r", _file, .. NotByPort, .. _decodeAs, .. arguments]);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0
            ? [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)]
            : throw new InvalidOperationException($"tshark could not read the capture: {await errors}");
    }
}
