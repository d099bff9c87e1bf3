using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>From the end of an attempt to the result of its delivery. Pure.</summary>
public static class DeliveryResultPolicy
{
    /// <summary>The part of the message that must have played for it to count as heard.</summary>
    public const double HeardShare = 0.8;

    /// <summary>How often a carrier may turn one delivery away (503), be silent, or its connection fail, before that is its result.</summary>
    public const int MostTurnedAway = 20;

    /// <summary>The key that confirms.</summary>
    public const char ConfirmKey = '1';

    /// <summary>Decides.</summary>
    /// <param name="report">An attempt that has ended.</param>
    /// <param name="turnedAway">How often that happened to this delivery before.</param>
    public static DeliveryDecision Decide(CallReport report, int turnedAway)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.End switch
        {
            CallEnd.Withheld or CallEnd.NoCapacity or CallEnd.NotAdmitted => new(DeliveryResult.None, Dialled: false),
            CallEnd.CancelledByDrain or CallEnd.CancelledByPause => new(DeliveryResult.None, Dialled: true),
            CallEnd.CancelledByStop => new(DeliveryResult.CancelledByStop, Dialled: true),
            CallEnd.RingLimit => new(DeliveryResult.NoAnswer, Dialled: true),
            CallEnd.NoResponse when turnedAway < MostTurnedAway => new(DeliveryResult.None, Dialled: true),
            CallEnd.NoResponse => new(DeliveryResult.CarrierSilent, Dialled: true),
            CallEnd.NoMedia => new(DeliveryResult.CarrierFailed, Dialled: true),
            CallEnd.HungUpByUs or CallEnd.HungUpByPeer => new(Answered(report), Dialled: true),
            CallEnd.ConnectionFailed when turnedAway < MostTurnedAway => new(DeliveryResult.None, Dialled: Contacted(report)),
            CallEnd.ConnectionFailed => new(DeliveryResult.CarrierSilent, Dialled: true),
            CallEnd.Accepted => new(DeliveryResult.ToCarrier, Dialled: true),
            CallEnd.Unacknowledged => new(DeliveryResult.Unknown, Dialled: true),
            CallEnd.RefusedForNow when turnedAway < MostTurnedAway => new(DeliveryResult.None, Dialled: false),
            CallEnd.RefusedForNow or CallEnd.RefusedForGood => new(DeliveryResult.CarrierFailed, Dialled: true),
            CallEnd.NoSuchAddress => new(DeliveryResult.NumberInvalid, Dialled: true),
            CallEnd.Rejected when report.SipStatus == 503 && turnedAway < MostTurnedAway => new(DeliveryResult.None, Dialled: false),
            CallEnd.Rejected => new(Rejected(report.SipStatus), Dialled: true),
            _ => throw new ArgumentException($"An attempt cannot be reported as ended by {report.End}", nameof(report)),
        };
    }

    /// <summary>Whether the person was contacted: it rang, or was answered, or the carrier has the text.</summary>
    public static bool Contacted(CallReport report) =>
        report is { RangAt: not null } or { AnsweredAt: not null } or { End: CallEnd.Accepted };

    /// <summary>Whether an end counts towards <see cref="MostTurnedAway"/>: the carrier, or the way to it, is the reason.</summary>
    public static bool CountsAsTurnedAway(CallEnd end) =>
        end is CallEnd.Rejected or CallEnd.ConnectionFailed or CallEnd.NoResponse or CallEnd.RefusedForNow;

    /// <summary>The result of a try that was not answered, for a lane that is loaded again.</summary>
    public static DeliveryResult OfTry(CallEnd end, int sipStatus) =>
        end switch
        {
            CallEnd.RingLimit => DeliveryResult.NoAnswer,
            CallEnd.NoResponse => DeliveryResult.CarrierSilent,
            CallEnd.Rejected => Rejected(sipStatus),
            _ => DeliveryResult.CarrierFailed,
        };

    private static DeliveryResult Answered(CallReport report) =>
        report.Keys.Contains(ConfirmKey, StringComparison.Ordinal) ? DeliveryResult.Confirmed
        : report.PlayedMilliseconds >= report.MessageMilliseconds * HeardShare ? DeliveryResult.Heard
        : DeliveryResult.Answered;

    private static DeliveryResult Rejected(int status) =>
        status switch
        {
            486 or 600 => DeliveryResult.Busy,
            408 or 480 or 487 => DeliveryResult.NoAnswer,
            404 or 410 or 484 or 604 => DeliveryResult.NumberInvalid,
            603 or 607 or 608 => DeliveryResult.Declined,
            _ => DeliveryResult.CarrierFailed,
        };
}
