using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>baresip, a phone that we did not write: registers, answers by itself, records what it hears, presses keys on command.</summary>
internal sealed class Baresip : IAsyncDisposable
{
    /// <summary>The user as which it registers.</summary>
    public const string User = "baresip";

    private const int Tries = 5;

    private readonly TemporaryFolder _folder;
    private readonly Process _process;
    private readonly int _control;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource _registered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Baresip(TemporaryFolder folder, Process process, int control)
    {
        _folder = folder;
        _process = process;
        _control = control;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _output);

    /// <summary>Starts it and returns when it is registered.</summary>
    public static async Task<Baresip> Start(IPEndPoint registrar)
    {
        var program = Peers.Require("baresip", "baresip-core");
        for (var tries = 1; ; tries++)
        {
            var phone = Launch(program, registrar);
            try
            {
                await phone._registered.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
                return phone;
            }
            catch (IOException) when (tries < Tries)
            {
                // Somebody else took one of its ports between our look and its bind.
                await phone.DisposeAsync();
            }
            catch (Exception exception) when (exception is TimeoutException or IOException)
            {
                var said = phone.Output;
                await phone.DisposeAsync();
                Assert.Fail($"baresip was not registered within 20 s ({exception.Message}); it said:\n{said}");
            }
        }
    }

    private static Baresip Launch(string program, IPEndPoint registrar)
    {
        var folder = new TemporaryFolder();
        var control = FreeUdpPort.TakeWithTcp();
        var media = FreeUdpPort.TakeEven();
        File.WriteAllBytes(Path.Combine(folder.Path, "silence.wav"), WaveFile.Silence(TimeSpan.FromSeconds(60)));
        File.WriteAllText(Path.Combine(folder.Path, "contacts"), "");
        File.WriteAllText(
            Path.Combine(folder.Path, "accounts"),
            $"<sip:{User}@{registrar}>;auth_user={User};auth_pass=geheim;answermode=auto;regint=60;audio_codecs=PCMA\n"
        );
        File.WriteAllText(
            Path.Combine(folder.Path, "config"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                sip_listen 127.0.0.1:{FreeUdpPort.TakeWithTcp()}
                net_interface 127.0.0.1
                rtp_ports {media}-{media + 3}
                jitter_buffer_delay 0-0
                module_path {Modules()}
                module g711.so
                module sndfile.so
                module aufile.so
                module aubridge.so
                module_tmp account.so
                module_app menu.so
                module_app ctrl_tcp.so
                ctrl_tcp_listen 127.0.0.1:{control}
                audio_source aufile,{folder.Path}/silence.wav
                audio_player aubridge,ear
                snd_path {folder.Path}

                """
            )
        );
        var process =
            Process.Start(
                new ProcessStartInfo(program, ["-f", folder.Path])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            ) ?? throw new InvalidOperationException("baresip did not start");
        return new Baresip(folder, process, control);
    }

    /// <summary>Presses a key in its call: a command in a netstring to its control port.</summary>
    public async Task Press(char key)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _control, TestContext.Current.CancellationToken);
        var command = $$"""{"command":"sndcode","params":"{{key}}","token":"t"}""";
        var message = string.Create(CultureInfo.InvariantCulture, $"{command.Length}:{command},");
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(message), TestContext.Current.CancellationToken);

        // Events of the call come by the same way, before and after the answer.
        var said = "";
        var buffer = new byte[4_096];
        while (!said.Contains("\"response\":true", StringComparison.Ordinal))
        {
            var length = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
            Assert.True(length > 0, $"baresip closed its control port; it said: {said}");
            said += Encoding.ASCII.GetString(buffer, 0, length);
        }

        Assert.Contains("\"ok\":true", said, StringComparison.Ordinal);
    }

    /// <summary>Ends it and reads what it recorded of its only call: 16-bit samples at 8 kHz.</summary>
    public async Task<short[]> StopAndReadRecording()
    {
        await Stop();
        var file = Assert.Single(Directory.GetFiles(_folder.Path, "*-dec.wav"));
        return WaveFile.ReadSamples(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _process.Dispose();
        _folder.Dispose();
    }

    private async Task Stop()
    {
        if (!_process.HasExited)
        {
            // It closes its recording, and takes itself off the registrar.
            using var terminate = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await terminate.WaitForExitAsync(CancellationToken.None);
            await _process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private void Take(string? line)
    {
        _output.Enqueue(line ?? "");
        if (line?.Contains("[1 binding]", StringComparison.Ordinal) == true)
        {
            _registered.TrySetResult();
        }
        else if (line?.Contains("Address already in use", StringComparison.Ordinal) == true)
        {
            _registered.TrySetException(new IOException(line));
        }
    }

    private static string Modules() =>
        new[] { "/usr/lib/baresip/modules", "/usr/lib/x86_64-linux-gnu/baresip/modules" }.FirstOrDefault(Directory.Exists) ?? "";
}
