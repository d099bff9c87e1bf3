namespace Burgernet.Sip.Threading;

/// <summary>Place or end a call: the request itself waits in the call's slot.</summary>
internal readonly record struct EndpointCommand(SipCallId Call, bool IsEnd, bool OnlyUnanswered = false);
