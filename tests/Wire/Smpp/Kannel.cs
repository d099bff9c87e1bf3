using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Burgernet.TestKit;

namespace Burgernet.Tests.Wire.Smpp;

/// <summary>Debian's Kannel as ESME: its two programs, and what it asks of a web server of ours.</summary>
internal sealed class Kannel : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpListener _web = new();
    private readonly HttpClient _http = new();
    private readonly int _sending = FreeUdpPort.TakeWithTcp();
    private readonly int _boxes = FreeUdpPort.TakeWithTcp();
    private readonly string _file;
    private readonly PeerProcess _bearer;
    private PeerProcess? _sms;
    private readonly Task _serving;

    private Kannel(string bearerbox, int smsc)
    {
        var (admin, web) = (FreeUdpPort.TakeWithTcp(), FreeUdpPort.TakeWithTcp());
        Web = $"http://127.0.0.1:{web}";
        _web.Prefixes.Add($"{Web}/");
        _web.Start();
        _serving = ServeAsync();
        _file = Path.Combine(_folder.Path, "kannel.conf");
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "Wire", "Smpp", "Peers", "kannel.conf"));
        foreach (
            var (name, port) in new[] { ("@admin@", admin), ("@boxes@", _boxes), ("@smsc@", smsc), ("@sending@", _sending), ("@web@", web) }
        )
        {
            text = text.Replace(name, $"{port}", StringComparison.Ordinal);
        }

        File.WriteAllText(_file, text);
        _bearer = PeerProcess.Start(bearerbox, [_file], _folder.Path);
    }

    /// <summary>Where it asks.</summary>
    public string Web { get; }

    /// <summary>What it asked for: path and query.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public string Output => $"{End(_bearer, 4_000)}\n{End(_sms, 2_000)}";

    /// <summary>Starts it towards an SMSC of ours; skips the test where it is not installed.</summary>
    public static async Task<Kannel> Start(int smsc)
    {
        var smsbox = Peers.Require("smsbox", "kannel");
        var kannel = new Kannel(Peers.Require("bearerbox", "kannel"), smsc);

        // The one gives up where the other does not listen yet.
        await Eventually.Holds("bearerbox listens", () => Listens(kannel._boxes), PeerProcess.Limit, () => kannel.Output);
        kannel._sms = PeerProcess.Start(smsbox, [kannel._file], kannel._folder.Path);
        return kannel;
    }

    /// <summary>Has it send a text.</summary>
    /// <param name="to">Number.</param>
    /// <param name="text">Text.</param>
    /// <param name="coding">0 for the GSM alphabet, 2 for UCS-2.</param>
    public async Task Send(string to, string text, int coding)
    {
        var answer = Uri.EscapeDataString($"{Web}/receipt?to={to}&state=%d");
        var url =
            $"http://127.0.0.1:{_sending}/cgi-bin/sendsms?username=tester&password=secret&from=Burgernet&to={to}&charset=UTF-8&coding={coding}&dlr-mask=3&dlr-url={answer}&text={Uri.EscapeDataString(text)}";
        var (status, body) = (0, "");
        await Eventually.Holds(
            "Kannel takes the text",
            async () =>
            {
                try
                {
                    using var response = await _http.GetAsync(new Uri(url));
                    (status, body) = ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
                    return status == 202;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            PeerProcess.Limit,
            () => $"{status} {body} {Output}"
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_sms is not null)
        {
            await _sms.DisposeAsync();
        }

        await _bearer.DisposeAsync();
        _web.Close();
        await _serving;
        _http.Dispose();
        _folder.Dispose();
    }

    private static string End(PeerProcess? process, int length) =>
        process?.Output is { } output ? output[^Math.Min(output.Length, length)..] : "";

    private static bool Listens(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _web.GetContextAsync();
                Asked.Enqueue(WebUtility.UrlDecode(context.Request.RawUrl!));
                context.Response.Close();
            }
        }
        catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}
