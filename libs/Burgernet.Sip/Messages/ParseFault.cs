namespace Burgernet.Sip.Messages;

/// <summary>Why a datagram is no message; each has its own counter.</summary>
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
}
