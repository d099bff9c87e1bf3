namespace Burgernet.Sip.Transport;

/// <summary>What stands next in a stream.</summary>
internal enum FrameKind : byte
{
    /// <summary>Not whole yet.</summary>
    Incomplete,

    /// <summary>A message, body included.</summary>
    Message,

    /// <summary>CRLF CRLF between messages: a keep-alive that wants an answer (RFC 5626 §3.5.1).</summary>
    Ping,

    /// <summary>One CRLF between messages: the answer to a keep-alive, or half of one.</summary>
    LineBreak,

    /// <summary>Another byte that is ignored before a start-line (RFC 3261 §7.5).</summary>
    Blank,

    /// <summary>A head without Content-Length: nobody knows where the next message begins (§20.14).</summary>
    NoLength,

    /// <summary>A head whose Content-Length is none, or two different ones.</summary>
    BadLength,

    /// <summary>A head whose body would make it longer than any message may be.</summary>
    TooLarge,

    /// <summary>Not SIP: another protocol, or noise.</summary>
    Garbage,
}
