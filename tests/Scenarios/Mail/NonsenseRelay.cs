using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Burgernet.Tests.Scenarios.Mail;

/// <summary>A relay that answers as it should so often on each connection, and then with bytes that are no SMTP, and closes.</summary>
internal sealed class NonsenseRelay : IAsyncDisposable
{
    /// <summary>Greeting, EHLO, MAIL FROM, RCPT TO, DATA.</summary>
    private static readonly string[] Sane =
    [
        "220 relay.example.org ESMTP\r\n",
        "250 relay.example.org\r\n",
        "250 2.1.0 Ok\r\n",
        "250 2.1.5 Ok\r\n",
        "354 Go on\r\n",
    ];

    private static readonly byte[] Nonsense = [0xFF, 0xFE, (byte)'?', (byte)' ', (byte)'?', (byte)'\r', (byte)'\n'];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;

    public NonsenseRelay(int saneReplies)
    {
        _listener.Start();
        _serving = Serve(saneReplies);
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task Serve(int saneReplies)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                await Talk(client.GetStream(), saneReplies);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task Talk(NetworkStream stream, int saneReplies)
    {
        try
        {
            using var reader = new StreamReader(stream, Encoding.Latin1);
            for (var reply = 0; reply <= Sane.Length; reply++)
            {
                if (reply > 0)
                {
                    await ReadThrough(reader, reply == Sane.Length ? "." : null);
                }

                await stream.WriteAsync(reply < saneReplies ? Encoding.ASCII.GetBytes(Sane[reply]) : Nonsense, _stopping.Token);
                if (reply >= saneReplies)
                {
                    return;
                }
            }
        }
        catch (IOException)
        {
            // Whoever spoke to it had enough.
        }
    }

    /// <summary>Reads a line, or through the one that ends the mail.</summary>
    private async Task ReadThrough(StreamReader reader, string? last)
    {
        string? line;
        do
        {
            line = await reader.ReadLineAsync(_stopping.Token);
        } while (line is not null && last is not null && line != last);
    }
}
