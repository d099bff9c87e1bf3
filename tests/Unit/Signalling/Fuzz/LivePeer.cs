using System.Globalization;
using System.Text;

namespace Burgernet.Tests.Unit.Signalling.Fuzz;

/// <summary>Answers and asks as the peer of live transactions and dialogs would: with our own branches and tags, so that what comes after the look-up is reached.</summary>
internal sealed class LivePeer(Random random)
{
    private const int Remembered = 64;

    private static readonly int[] Statuses =
    [
        100,
        180,
        181,
        183,
        200,
        200,
        200,
        202,
        302,
        401,
        404,
        407,
        408,
        481,
        486,
        487,
        488,
        491,
        500,
        503,
        603,
    ];
    private static readonly string[] Methods = ["INVITE", "UPDATE", "BYE", "ACK", "INFO", "OPTIONS", "CANCEL", "PRACK"];
    private static readonly string[] Formats = ["8 101", "0 8 101", "18", "96 97", "8", "0 13 101"];
    private static readonly string[] Attributes =
    [
        "",
        "a=sendonly\r\n",
        "a=inactive\r\n",
        "a=recvonly\r\n",
        "a=ptime:40\r\n",
        "a=maxptime:10\r\n",
        "a=rtcp-mux\r\n",
    ];

    private readonly byte[][] _requests = new byte[Remembered][];
    private readonly byte[][] _invites = new byte[Remembered][];
    private readonly byte[][] _accepted = new byte[Remembered][];
    private int _sequence = 2;

    /// <summary>Takes note of a message of ours.</summary>
    public void Hear(ReadOnlySpan<byte> message)
    {
        var place = random.Next(Remembered);
        if (!message.StartsWith("SIP/2.0"u8))
        {
            _requests[place] = message.ToArray();
            _invites[place] = message.StartsWith("INVITE"u8) ? _requests[place] : _invites[place];
        }
        else if (message.StartsWith("SIP/2.0 2"u8) || message.StartsWith("SIP/2.0 18"u8))
        {
            _accepted[place] = message.ToArray();
        }
    }

    /// <summary>A response to a request of ours, or null while there was none.</summary>
    public string? Respond() => _requests[random.Next(Remembered)] is { } request ? Respond(Encoding.UTF8.GetString(request)) : null;

    /// <summary>A request inside a dialog of a placed or an incoming call, or null while there was none.</summary>
    public string? Ask()
    {
        var isPlaced = random.Next(2) == 0;
        var known = isPlaced ? _invites[random.Next(Remembered)] : _accepted[random.Next(Remembered)];
        if (known is null)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(known);
        var (from, to) = isPlaced ? (Field(text, "To") + ";tag=p" + Pick(), Field(text, "From")) : (Field(text, "From"), Field(text, "To"));
        var method = Methods[random.Next(Methods.Length)];
        var sequence = random.Next(4) == 0 ? _sequence : ++_sequence;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{method} sip:burgernet@127.0.0.1:5080 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:5060;rport;branch=z9hG4bK{random.Next(1 << 20)}\r\nFrom:{from}\r\nTo:{to}\r\nCall-ID:{Field(text, "Call-ID")}\r\nCSeq: {sequence} {method}\r\n{Tail(random.Next(2) == 0)}"
        );
    }

    private string Respond(string request)
    {
        var status = Statuses[random.Next(Statuses.Length)];
        var challenge = status switch
        {
            401 => $"WWW-Authenticate: Digest realm=\"r{Pick()}\", nonce=\"{random.Next()}\", qop=\"auth\", algorithm=SHA-256\r\n",
            407 => $"Proxy-Authenticate: Digest realm=\"p{Pick()}\", nonce=\"{Pick()}\", opaque=\"o\", stale=true\r\n",
            503 => $"Retry-After: {Pick()}\r\n",
            _ => "",
        };
        var route = random.Next(3) == 0 ? $"Record-Route: <sip:127.0.0.1:5060;x={Pick()}>, <sip:127.0.0.1:5061;lr>\r\n" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SIP/2.0 {status} Fuzz\r\nVia:{Field(request, "Via")}\r\nFrom:{Field(request, "From")}\r\nTo:{Field(request, "To")};tag=p{Pick()}\r\nCall-ID:{Field(request, "Call-ID")}\r\nCSeq:{Field(request, "CSeq")}\r\n{challenge}{route}{Tail(status is > 100 and < 300)}"
        );
    }

    private string Tail(bool hasBody)
    {
        if (!hasBody)
        {
            return "Contact: <sip:peer@127.0.0.1:5061>\r\nContent-Length: 0\r\n\r\n";
        }

        var format = Formats[random.Next(Formats.Length)];
        var body =
            $"v=0\r\no=- 1 {Pick()} IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.{Pick()}\r\nt=0 0\r\nm=audio {random.Next(65_536)} RTP/AVP {format}\r\n"
            + $"a=rtpmap:101 telephone-event/8000\r\na=rtpmap:96 PCMA/8000\r\n{Attributes[random.Next(Attributes.Length)]}m=video 0 RTP/AVP 31\r\n";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Contact: <sip:peer@127.0.0.1:5061>\r\nContent-Type: application/sdp\r\nContent-Length: {body.Length}\r\n\r\n{body}"
        );
    }

    private int Pick() => random.Next(3);

    /// <summary>What stands behind the colon of a header field of ours, the space included.</summary>
    private static string Field(string message, string name)
    {
        var start = message.IndexOf($"\r\n{name}:", StringComparison.Ordinal);
        if (start < 0)
        {
            return " ";
        }

        start += name.Length + 3;
        return message[start..message.IndexOf("\r\n", start, StringComparison.Ordinal)];
    }
}
