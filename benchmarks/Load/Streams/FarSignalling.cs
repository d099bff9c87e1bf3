using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>A SIP answerer of the plainest kind, none of the library's code in it: 200 to every INVITE, 200 to every BYE.</summary>
internal sealed class FarSignalling : IDisposable
{
    private const int BufferBytes = 8 << 20;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly ConcurrentDictionary<string, FarCall> _calls = new(StringComparer.Ordinal);
    private readonly FarAudio _audio;
    private readonly int _watched;
    private readonly Thread _thread;
    private volatile bool _isStopping;

    /// <summary>Binds a port and begins.</summary>
    /// <param name="audio">Where the RTP goes.</param>
    /// <param name="watched">How many calls get the port that tshark watches.</param>
    public FarSignalling(FarAudio audio, int watched)
    {
        _audio = audio;
        _watched = watched;
        _socket.ReceiveBufferSize = BufferBytes;
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _thread = new Thread(Run) { IsBackground = true, Name = "far-signalling" };
        _thread.Start();
    }

    public IPEndPoint EndPoint => (IPEndPoint)_socket.LocalEndPoint!;

    /// <summary>Every call there was.</summary>
    public ICollection<FarCall> Calls => _calls.Values;

    public void Dispose()
    {
        _isStopping = true;
        _socket.Dispose();
        _thread.Join();
    }

    private void Run()
    {
        var buffer = new byte[65_536];
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        while (!_isStopping)
        {
            try
            {
                var length = _socket.ReceiveFrom(buffer, ref from);
                if (Answer(Encoding.ASCII.GetString(buffer, 0, length)) is { } answer)
                {
                    _socket.SendTo(Encoding.ASCII.GetBytes(answer), from);
                }
            }
            catch (SocketException) when (_isStopping)
            {
                return;
            }
            catch (ObjectDisposedException)
            {
                return;
            }
        }
    }

    private string? Answer(string text)
    {
        var lines = text.Split("\r\n");
        var method = lines[0].Split(' ')[0];
        var callId = Field(lines, "Call-ID:");
        if (string.Equals(method, "INVITE", StringComparison.Ordinal))
        {
            return Accept(lines, callId);
        }

        if (_calls.GetValueOrDefault(callId) is not { } call)
        {
            return string.Equals(method, "BYE", StringComparison.Ordinal) ? Response(lines, "481 Call Does Not Exist", "") : null;
        }

        if (string.Equals(method, "ACK", StringComparison.Ordinal))
        {
            call.IsAcknowledged = true;
            return null;
        }

        if (string.Equals(method, "BYE", StringComparison.Ordinal) && !call.IsOver)
        {
            _audio.Look();
            call.Packets = _audio.Finish(call.SourcePort);
            call.IsOver = true;
        }

        return Response(lines, "200 OK", "");
    }

    private string Accept(string[] lines, string callId)
    {
        if (!_calls.TryGetValue(callId, out var call))
        {
            var media = lines.First(line => line.StartsWith("m=audio", StringComparison.Ordinal)).Split(' ');
            var index = _calls.Count;
            var ports = _audio.Numbers;
            var port = index < _watched ? ports[0] : ports[1 + (index % (ports.Length - 1))];
            call = new FarCall(index, int.Parse(media[1], CultureInfo.InvariantCulture), port);
            _calls[callId] = call;
            _audio.Finish(call.SourcePort);
        }

        var mux = lines.Contains("a=rtcp-mux", StringComparer.Ordinal) ? "a=rtcp-mux\r\n" : "";
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio {call.Port} RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n{mux}"
        );
        return Response(
            lines,
            "200 OK",
            body,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Contact: <sip:far@127.0.0.1:{EndPoint.Port}>\r\nContent-Type: application/sdp\r\n"
            )
        );
    }

    private static string Response(string[] lines, string status, string body, string more = "")
    {
        var to = Field(lines, "To:");
        var tagged = to.Contains(";tag=", StringComparison.Ordinal) ? to : $"{to};tag=far";
        var vias = string.Concat(lines.Where(line => line.StartsWith("Via:", StringComparison.Ordinal)).Select(line => line + "\r\n"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SIP/2.0 {status}\r\n{vias}From: {Field(lines, "From:")}\r\nTo: {tagged}\r\nCall-ID: {Field(lines, "Call-ID:")}\r\nCSeq: {Field(lines, "CSeq:")}\r\n{more}Content-Length: {body.Length}\r\n\r\n{body}"
        );
    }

    private static string Field(string[] lines, string name) =>
        Array.Find(lines, line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim() ?? "";
}
