using Burgernet.Sip.Media;

namespace Burgernet.Sip;

/// <summary>A call to place.</summary>
public readonly struct SipCallRequest
{
    /// <summary>The trunk that carries it; from <see cref="SipEndpoint.AddTrunk"/>.</summary>
    public required SipTrunk Trunk { get; init; }

    /// <summary>The called number: the user part of the Request-URI, for instance <c>+31970…</c>.</summary>
    public required string To { get; init; }

    /// <summary>The number shown to the called party (From), or null for the trunk's default.</summary>
    public string? From { get; init; }

    /// <summary>What is played once the call is answered; null plays nothing (signalling only).</summary>
    public AudioMessage? Message { get; init; }

    /// <summary>The Call-ID (RFC 3261 §8.1.1.4), without the host part; null lets the endpoint make one.</summary>
    public string? CallId { get; init; }

    /// <summary>How long it may ring before it is cancelled.</summary>
    public required TimeSpan RingLimit { get; init; }

    /// <summary>How long the line stays open for keys after the message; zero hangs up at once.</summary>
    public TimeSpan LingerAfterMessage { get; init; }

    /// <summary>Whether the line stays open until somebody ends the call: a leg of a bridge. <see cref="LingerAfterMessage"/> then means nothing.</summary>
    public bool StaysOpen { get; init; }

    /// <summary>A value of the owner's choice that comes back with all news.</summary>
    public required long Tag { get; init; }

    /// <summary>Who is asked and told.</summary>
    public required ISipCallOwner Owner { get; init; }
}
