using System.Collections.Concurrent;
using Burgernet.Sip;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>Phones behind a carrier that answer each call at once and listen.</summary>
internal sealed class AnsweringPhones : ISipIncomingCallHandler
{
    /// <summary>All calls so far.</summary>
    public ConcurrentQueue<SipIncomingCall> Calls { get; } = new();

    /// <inheritdoc/>
    public void OnInvite(SipIncomingCall call)
    {
        Calls.Enqueue(call);
        call.Ring();
        call.Answer();
    }
}
