using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Burgernet.Silo.Mail;
using Burgernet.Silo.Mail.Dkim;
using Burgernet.TestKit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Scenarios.Mail;

/// <summary>A mail relay that we did not write (npm <c>smtp-server</c>), as a process of its own.</summary>
internal sealed class SmtpPeer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly List<JsonElement> _mails = [];
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SmtpPeer(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
    }

    /// <summary>Where it listens.</summary>
    public int Port => _port.Task.Result;

    /// <summary>The mails that it took, or had in hand when it died.</summary>
    public IReadOnlyList<JsonElement> Mails
    {
        get
        {
            lock (_mails)
            {
                return [.. _mails];
            }
        }
    }

    /// <summary>The one mail that it took: what it tells may come after its answer to whoever sent it.</summary>
    public async Task<JsonElement> Mail()
    {
        await Eventually.Holds("the relay tells of a mail", () => Mails.Count > 0, Limit);
        return Assert.Single(Mails);
    }

    /// <summary>Returns when a mail to <c>wait@</c> waits for its recipient to be accepted.</summary>
    public Task Waiting() => _waiting.Task.WaitAsync(Limit);

    /// <summary>Lets it go on.</summary>
    public async Task GoOn()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Starts one; skips the test where it is not installed.</summary>
    /// <param name="port">On which port; 0 takes a free one.</param>
    /// <param name="pem">Certificate and key for STARTTLS, or none.</param>
    /// <param name="login"><c>user:password</c> that it wants, or none.</param>
    /// <param name="silent">Whether it takes every mail and never says so.</param>
    public static async Task<SmtpPeer> Start(int port = 0, string pem = "", string login = "", bool silent = false)
    {
        var node = Peers.Require("node", "nodejs");
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "Scenarios", "Mail");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "smtp-server")))
        {
            Peers.Missing($"npm package smtp-server is not installed in {folder}");
        }

        var start = new ProcessStartInfo(
            node,
            [Path.Combine(folder, "relay.cjs"), port.ToString(CultureInfo.InvariantCulture), pem, login, silent ? "silent" : ""]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var peer = new SmtpPeer(new Process { StartInfo = start });
        peer._process.Start();
        peer._process.BeginOutputReadLine();
        peer._process.BeginErrorReadLine();
        await peer._port.Task.WaitAsync(Limit);
        return peer;
    }

    /// <summary>Our port to a relay.</summary>
    public static SmtpMailPort To(MailOptions options, ILogger<SmtpMailPort> logger)
    {
        var wrapped = Options.Create(options);
        return new SmtpMailPort(
            wrapped,
            new MailComposer(wrapped, new DkimKeys(wrapped, TimeProvider.System)),
            TimeProvider.System,
            logger
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        using var document = JsonDocument.Parse(line);
        var root = document.RootElement.Clone();
        switch (root.GetProperty("event").GetString())
        {
            case "listening":
                _port.TrySetResult(root.GetProperty("port").GetInt32());
                break;
            case "waiting":
                _waiting.TrySetResult();
                break;
            case "error":
                _port.TrySetException(new InvalidOperationException(line));
                break;
            default:
                lock (_mails)
                {
                    _mails.Add(root);
                }

                break;
        }
    }
}
