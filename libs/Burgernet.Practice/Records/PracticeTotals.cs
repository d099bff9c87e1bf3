namespace Burgernet.Practice;

/// <summary>Counts since the carrier started.</summary>
/// <param name="Invites">Calls offered.</param>
/// <param name="Admitted">Calls that got a channel.</param>
/// <param name="RefusedChannels">Refused because all channels were in use.</param>
/// <param name="RefusedRate">Refused because the second was full.</param>
/// <param name="Violations">Refused because the number is not a practice number.</param>
/// <param name="Answered">Calls answered by a phone.</param>
/// <param name="Ended">Admitted calls that are over.</param>
/// <param name="CalledBack">Calls that phones placed.</param>
/// <param name="CallBacksAnswered">Of them, those that were answered and are over.</param>
public readonly record struct PracticeTotals(
    long Invites,
    long Admitted,
    long RefusedChannels,
    long RefusedRate,
    long Violations,
    long Answered,
    long Ended,
    long CalledBack = 0,
    long CallBacksAnswered = 0
);
