using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>One piece of news about a call, from the gateway.</summary>
/// <param name="Call">The call.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="End">How it ended, when it did.</param>
/// <param name="SipStatus">The SIP status code behind it, or 0.</param>
/// <param name="Key">The key pressed, for a key.</param>
/// <param name="PlayedMilliseconds">How much of the message was played, when it ended.</param>
/// <param name="RetryAfterSeconds">What the carrier asked to wait, or 0.</param>
/// <param name="ByCarrier">For a call that was not admitted: whether the carrier is the reason (it asked for a rest, is silent or overloaded), and not a limit of ours.</param>
public readonly record struct VoiceCallNews(
    VoiceCall Call,
    VoiceCallNewsKind Kind,
    DateTimeOffset At,
    CallEnd End = CallEnd.None,
    int SipStatus = 0,
    char Key = '\0',
    int PlayedMilliseconds = 0,
    int RetryAfterSeconds = 0,
    bool ByCarrier = false
);
