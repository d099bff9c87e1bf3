using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>What news of calls says of their trunk, and how long it rests. Pure.</summary>
internal static class RestPolicy
{
    /// <summary>The first rest where the carrier does not say how long; each further one is twice as long.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <summary>A trunk that takes no call now for a limit of ours: each further try costs a claim, so they are few.</summary>
    public static readonly TimeSpan Full = TimeSpan.FromMilliseconds(500);

    /// <summary>A connection that cannot be had: a delivery that met it twenty times is given up, which with this takes the better part of a minute.</summary>
    public static readonly TimeSpan NoConnection = TimeSpan.FromSeconds(2);

    /// <summary>Longest, whatever the carrier says.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>What a piece of news says of the trunk.</summary>
    public static TrunkSign Sign(in VoiceCallNews news) =>
        news switch
        {
            { Kind: VoiceCallNewsKind.Ringing or VoiceCallNewsKind.Answered } => TrunkSign.Works,
            { Kind: not VoiceCallNewsKind.Ended } => TrunkSign.None,
            { End: CallEnd.NoResponse or CallEnd.ConnectionFailed } => TrunkSign.Fails,
            { End: CallEnd.Rejected, SipStatus: 503 } => TrunkSign.Fails,
            { End: CallEnd.NotAdmitted, ByCarrier: true } => TrunkSign.Fails,
            { End: CallEnd.NotAdmitted } => TrunkSign.Full,
            {
                End: CallEnd.Withheld
                    or CallEnd.NoCapacity
                    or CallEnd.CancelledByStop
                    or CallEnd.CancelledByPause
                    or CallEnd.CancelledByDrain
            } => TrunkSign.Untried,
            _ => TrunkSign.Works,
        };

    /// <summary>What the carrier asked for, or what kind of failure it was, at the least.</summary>
    public static TimeSpan Asked(in VoiceCallNews news) =>
        news.End == CallEnd.ConnectionFailed
            ? NoConnection
            : TimeSpan.FromSeconds(Math.Min(news.RetryAfterSeconds, (int)Longest.TotalSeconds));

    /// <summary>How long the trunk rests.</summary>
    /// <param name="failures">Rests in a row, this one included.</param>
    /// <param name="asked">What the carrier asked for; zero for nothing.</param>
    public static TimeSpan Wait(int failures, TimeSpan asked)
    {
        var own = First * (1 << Math.Clamp(failures - 1, 0, 10));
        var wait = own > asked ? own : asked;
        return wait < Longest ? wait : Longest;
    }
}
