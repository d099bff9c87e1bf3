namespace Burgernet.Sip.Threading;

/// <summary>Place or end a call, or press a key in it (then <paramref name="Key"/> is not 0): the request itself waits in the call's slot.</summary>
internal readonly record struct EndpointCommand(SipCallId Call, bool IsEnd, bool OnlyUnanswered = false, char Key = '\0');
