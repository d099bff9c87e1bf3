using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Mail;

namespace Burgernet.Grains.Actions;

/// <summary>What is kept and told of a preview. Pure.</summary>
internal static class PreviewPolicy
{
    /// <summary>How long a preview may wait for a line: longer, and the dispatcher has put the phone away.</summary>
    public static readonly TimeSpan LineWait = TimeSpan.FromSeconds(10);

    /// <summary>What its report may take on top of the call.</summary>
    public static readonly TimeSpan ReportWait = TimeSpan.FromSeconds(15);

    /// <summary>A number with all but its first three and last two characters left out: who ordered it knows which it was, others do not.</summary>
    public static string Mask(string e164) => e164.Length < 8 ? "…" : $"{e164[..3]}…{e164[^2..]}";

    /// <summary>How long after it was ordered a preview is over, whatever happens.</summary>
    public static TimeSpan Longest(CarrierOptions carrier) => LineWait + carrier.LongestCall + ReportWait;

    /// <summary>Until when the previews of a carrier that have no result may hold a line.</summary>
    /// <param name="events">Types and data of recent events, in any order.</param>
    /// <param name="carrier">The carrier's name.</param>
    /// <param name="now">Those before it hold none.</param>
    public static IEnumerable<DateTimeOffset> OpenCalls(
        IReadOnlyList<(string Type, string Data)> events,
        string carrier,
        DateTimeOffset now
    )
    {
        var over = events
            .Where(happened => happened.Type == ActionEventType.Previewed)
            .Select(happened => ActionEventData.Read<PreviewedData>(happened.Data).PreviewId)
            .ToHashSet();
        return events
            .Where(happened => happened.Type == ActionEventType.Preview)
            .Select(happened => ActionEventData.Read<PreviewData>(happened.Data))
            .Where(preview =>
                preview.Medium is null && preview.Carrier == carrier && preview.Until > now && !over.Contains(preview.PreviewId)
            )
            .Select(preview => preview.Until);
    }

    /// <summary>What becomes of a call that has ended.</summary>
    /// <param name="call">Its report; null where nothing was called.</param>
    public static PreviewResult ResultOf(CallReport? call) =>
        call is null ? PreviewResult.NotCalled
        : call.End is CallEnd.CancelledByDrain or CallEnd.CancelledByPause ? PreviewResult.Cancelled
        : DeliveryResultPolicy.Decide(call, DeliveryResultPolicy.MostTurnedAway).Result switch
        {
            DeliveryResult.None => PreviewResult.NotCalled,
            DeliveryResult.Busy => PreviewResult.Busy,
            DeliveryResult.NoAnswer => PreviewResult.NoAnswer,
            DeliveryResult.NumberInvalid => PreviewResult.NumberInvalid,
            DeliveryResult.Declined => PreviewResult.Declined,
            DeliveryResult.CarrierSilent => PreviewResult.CarrierSilent,
            DeliveryResult.CancelledByStop => PreviewResult.Cancelled,
            DeliveryResult.Answered => PreviewResult.Answered,
            DeliveryResult.Heard or DeliveryResult.Confirmed => PreviewResult.Heard,
            _ => PreviewResult.CarrierFailed,
        };

    /// <summary>What becomes of an SMS.</summary>
    /// <param name="outcome">What the SMS centre said; null where nothing here can send it.</param>
    public static PreviewResult ResultOf(MailOutcome? outcome) =>
        outcome switch
        {
            MailOutcome.Accepted => PreviewResult.ToCarrier,
            MailOutcome.NoSuchAddress => PreviewResult.NumberInvalid,
            MailOutcome.Lost => PreviewResult.Unknown,
            _ => PreviewResult.NotCalled,
        };

    /// <summary>The event of a report that says that it is over.</summary>
    public static PreviewedData EventOf(PreviewReport report) =>
        new(
            report.PreviewId,
            ResultOf(report.Call),
            report.Call?.SipStatus ?? 0,
            report.Call?.PlayedMilliseconds ?? 0,
            report.Call?.RangAt,
            report.Call?.AnsweredAt
        );
}
