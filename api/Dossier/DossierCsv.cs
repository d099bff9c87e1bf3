using System.Globalization;
using System.Text.Json;
using Burgernet.Api.Csv;
using Burgernet.Dialing;
using Burgernet.Dossier;
using Burgernet.Participants;

namespace Burgernet.Api.Dossier;

/// <summary>Deliveries and attempts as lines of CSV. Times are ISO 8601 in UTC, results and ends are codes in words.</summary>
internal static class DossierCsv
{
    /// <summary>The columns of deliveries.</summary>
    public const string Deliveries =
        "pseudonym,message,channel,language,band,selected_at,result,result_at,contacted,attempts,carrier,claimed_at,rang_at,answered_at,ended_at,ended_by,sip_status,keys,played_ms";

    /// <summary>The columns of attempts.</summary>
    public const string Attempts =
        "pseudonym,message,channel,attempt,carrier,redial,claimed_at,rang_at,answered_at,ended_at,ended_by,sip_status,keys,played_ms";

    public static string Line(DeliveryRecord delivery) =>
        CsvLine.Of(
            delivery.Pseudonym,
            Number(delivery.Message),
            delivery.Channel,
            delivery.Language == Language.English ? "en" : "nl",
            Number(delivery.Band),
            Time(delivery.SelectedAt),
            delivery.Result == DeliveryResult.None ? "" : Code(delivery.Result),
            Time(delivery.ResultAt),
            Flag(delivery.Contacted),
            Number(delivery.Attempts),
            delivery.Last?.Carrier,
            Time(delivery.Last?.ClaimedAt),
            Time(delivery.Last?.RangAt),
            Time(delivery.Last?.AnsweredAt),
            Time(delivery.Last?.EndedAt),
            End(delivery.Last),
            Status(delivery.Last),
            delivery.Last?.Keys,
            delivery.Last is { } last ? Number(last.PlayedMilliseconds) : ""
        );

    public static string Line(AttemptView attempt) =>
        CsvLine.Of(
            attempt.Pseudonym,
            Number(attempt.Message),
            attempt.Channel,
            Number(attempt.Attempt),
            attempt.Carrier,
            Flag(attempt.Redial),
            Time(attempt.ClaimedAt),
            Time(attempt.RangAt),
            Time(attempt.AnsweredAt),
            Time(attempt.EndedAt),
            End(attempt),
            Status(attempt),
            attempt.Keys,
            Number(attempt.PlayedMilliseconds)
        );

    private static string End(AttemptView? attempt) => attempt is null or { End: CallEnd.None } ? "" : Code(attempt.End);

    private static string Status(AttemptView? attempt) => attempt is null or { SipStatus: 0 } ? "" : Number(attempt.SipStatus);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Flag(bool flag) => flag ? "true" : "false";

    private static string Time(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) ?? "";

    private static string Code<T>(T code)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());
}
