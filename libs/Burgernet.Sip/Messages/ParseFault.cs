namespace Burgernet.Sip.Messages;

/// <summary>Why bytes are no message; each has its own counter.</summary>
internal enum ParseFault : byte
{
    None,
    KeepAlive,
    StartLine,
    Version,
    RequestUri,
    HeaderLine,
    NoEndOfHeaders,
    TooManyHeaders,
    MissingHeader,
    RepeatedHeader,
    CSeq,
    MethodMismatch,
    Via,
    ContentLength,
    Address,
    EmptyItem,

    /// <summary>In a stream, a head without Content-Length.</summary>
    NoContentLength,

    /// <summary>In a stream, a body that would make it longer than any message may be.</summary>
    TooLarge,
}
