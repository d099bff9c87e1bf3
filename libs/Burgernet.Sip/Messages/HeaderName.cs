namespace Burgernet.Sip.Messages;

/// <summary>Header fields that the engine reads.</summary>
internal enum HeaderName : byte
{
    Other,
    Via,
    From,
    To,
    CallId,
    CSeq,
    Contact,
    ContentLength,
    ContentType,
    RecordRoute,
    Route,
    Require,
    RetryAfter,
    MaxForwards,
    ContentEncoding,
    WwwAuthenticate,
    ProxyAuthenticate,
    Accept,
    Timestamp,
    PAssertedIdentity,
    Privacy,
}
