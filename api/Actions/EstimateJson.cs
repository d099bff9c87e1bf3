using Burgernet.Actions;

namespace Burgernet.Api.Actions;

/// <summary>What an action will come to, or what is left of it.</summary>
public sealed record EstimateJson
{
    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>People that are called: in a draft who lies in the area and may be reached now, afterwards who is selected.</summary>
    public required int People { get; init; }

    /// <summary>Deliveries that have no result yet, by medium: voice, and sms and email where the action sends any. Of calls that will reach nobody, the SMS that are expected instead are among them.</summary>
    public required IReadOnlyDictionary<string, int> Deliveries { get; init; }

    /// <summary>Minutes until the last of them has its result, at the present load of the lines.</summary>
    public required double Minutes { get; init; }

    /// <summary>What they will cost, in euro, by the tariff of the kind.</summary>
    public required decimal CostEuro { get; init; }

    /// <summary>Lines of the carrier.</summary>
    public required int Lines { get; init; }

    /// <summary>New calls a second that the carrier takes.</summary>
    public required int CallsPerSecond { get; init; }

    /// <summary>Deliveries of other actions that wait for the same lines.</summary>
    public required int WaitingElsewhere { get; init; }

    /// <summary>Whether the pace was measured in this action; else it is the expected one.</summary>
    public required bool Measured { get; init; }

    /// <summary>Starting with more people than this takes a confirmation.</summary>
    public required int ConfirmAbove { get; init; }

    /// <summary>Whether there are more.</summary>
    public required bool NeedsConfirmation { get; init; }

    /// <summary>Until when quiet hours hold; absent while they do not.</summary>
    public DateTimeOffset? QuietUntil { get; init; }

    /// <summary>SMS that the texts take: what is paid for.</summary>
    public required int SmsSegments { get; init; }

    /// <summary>SMS a second that the SMS centres take together; 0 where none are used.</summary>
    public required int SmsPerSecond { get; init; }

    /// <summary>Mails a second that the mail relays take together; 0 where none are used.</summary>
    public required int MailsPerSecond { get; init; }

    private static Dictionary<string, int> DeliveriesOf(ActionEstimate estimate)
    {
        var deliveries = new Dictionary<string, int>(StringComparer.Ordinal) { ["voice"] = estimate.VoiceDeliveries };
        if (estimate.SegmentsPerSecond > 0)
        {
            deliveries["sms"] = estimate.SmsDeliveries;
        }

        if (estimate.MailsPerSecond > 0)
        {
            deliveries["email"] = estimate.MailDeliveries;
        }

        return deliveries;
    }

    internal static EstimateJson Of(ActionEstimate estimate) =>
        new()
        {
            At = estimate.At,
            People = estimate.People,
            Deliveries = DeliveriesOf(estimate),
            SmsSegments = estimate.Segments,
            SmsPerSecond = estimate.SegmentsPerSecond,
            MailsPerSecond = estimate.MailsPerSecond,
            Minutes = Math.Round(estimate.Duration.TotalMinutes, 2),
            CostEuro = estimate.Cost,
            Lines = estimate.Lines,
            CallsPerSecond = estimate.CallsPerSecond,
            WaitingElsewhere = estimate.WaitingElsewhere,
            Measured = estimate.Measured,
            ConfirmAbove = estimate.ConfirmAbove,
            NeedsConfirmation = estimate.People > estimate.ConfirmAbove,
            QuietUntil = estimate.QuietUntil,
        };
}
