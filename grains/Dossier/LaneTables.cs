using System.Text.Json;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;

namespace Burgernet.Grains.Dossier;

/// <summary>What the chain of a lane comes to, held against the tables that are written with it. Pure.</summary>
/// <remarks>
/// Not told by any entry, and so not looked at: of a call that has not ended when it rang, its keys, how much was played and the last status, which its end replaces. Of
/// <c>lane_order</c> only that the order is the chain's.
/// </remarks>
internal sealed class LaneTables
{
    private readonly int _lane;
    private readonly OrderedDictionary<DeliveryKey, ToldRow> _deliveries = [];
    private readonly Dictionary<(DeliveryKey Delivery, long Attempt), ToldRow> _attempts = [];
    private readonly Dictionary<DeliveryKey, long> _last = [];

    private LaneTables(int lane) => _lane = lane;

    /// <summary>Reads a chain that is unbroken and looks whether the tables say the same.</summary>
    public static List<DossierFault> Check(StoredDossierLane lane)
    {
        var tables = new LaneTables(lane.Lane);
        foreach (var entry in lane.Log)
        {
            tables.Take((long)entry[1]!, (string)entry[2]!, ActionEventData.Read<LaneEntryData>((string)entry[3]!));
        }

        return tables.Compare(lane);
    }

    private void Take(long at, string type, LaneEntryData entry)
    {
        switch (type)
        {
            case LaneLogType.Selected:
                Select(at, entry);
                break;
            case LaneLogType.Claimed:
                Claim(at, entry);
                break;
            case LaneLogType.Answered when Find(entry) is { } attempt:
                attempt["answered_at"] = Micros(entry.AnsweredAt);
                Told(attempt, "rang_at", Micros(entry.RangAt));
                break;
            case LaneLogType.Ended when Find(entry) is { } attempt:
                End(attempt, entry);
                Settle(at, entry);
                break;
            case LaneLogType.CalledBack or LaneLogType.Receipt:
                Settle(at, entry);
                break;
            case LaneLogType.Settled:
                Withhold(at, entry);
                Settle(at, entry);
                break;
            default:
                // Of a newer node: it tells of other tables, or of nothing beside itself.
                break;
        }
    }

    private void Select(long at, LaneEntryData entry)
    {
        var people = entry.Participants ?? [];
        for (var i = 0; i < people.Count; i++)
        {
            var key = KeyOf(entry, people[i]);
            var row = new ToldRow(DossierTable.Delivery)
            {
                ["message_no"] = key.Message,
                ["participant_id"] = key.Participant,
                ["channel"] = key.Channel,
                ["chosen"] = entry.Chosen is { } chosen ? chosen[i] - '0' : (long)ContactChannels.Voice,
                ["band"] = (long?)entry.Band,
                ["selected_at"] = at,
                ["result"] = (long)DeliveryResult.None,
                ["contacted"] = 0L,
                ["result_at"] = null,
            };
            if (entry.Languages is { } languages)
            {
                row["language"] = languages[i] == LaneLogType.LetterOf(Burgernet.Participants.Language.English) ? "en" : "nl";
            }

            _deliveries.TryAdd(key, row);
        }
    }

    private void Claim(long at, LaneEntryData entry)
    {
        var key = KeyOf(entry, entry.Participant!.Value);
        var number = (long)entry.Attempt!.Value;
        var row = new ToldRow(DossierTable.Attempt)
        {
            ["message_no"] = key.Message,
            ["participant_id"] = key.Participant,
            ["channel"] = key.Channel,
            ["attempt_no"] = number,
            ["lane"] = (long)_lane,
            ["carrier"] = entry.Carrier,
            ["call_id"] = entry.CallId,
            ["nonce"] = Guid.ParseExact(entry.CallId!, "N").ToString("D"),
            ["claimed_at"] = at,
            ["redial"] = entry.Redial is true ? 1L : 0L,
            ["answered_at"] = null,
            ["ended_at"] = null,
            ["end_code"] = (long)CallEnd.None,
        };
        Told(row, "incarnation", entry.Incarnation);
        Told(row, "epoch", (long?)entry.Epoch);
        Told(row, "deadline", Micros(entry.Deadline));
        _attempts[(key, number)] = row;
        _last[key] = number;
    }

    private static void End(ToldRow attempt, LaneEntryData entry)
    {
        attempt["end_code"] = (long)entry.End!.Value;
        attempt["sip_status"] = (long?)entry.SipStatus;
        attempt["keys"] = entry.Keys;
        attempt["played_ms"] = (long?)entry.PlayedMilliseconds;
        if (entry.Contacted is null)
        {
            // From before entries said it.
            attempt.Forget("ended_at");
        }
        else
        {
            attempt["rang_at"] = Micros(entry.RangAt);
            attempt["ended_at"] = Micros(entry.EndedAt);
        }
    }

    /// <summary>Whose number does not open is settled with the claim still open; it is ended in the same step.</summary>
    private void Withhold(long at, LaneEntryData entry)
    {
        var key = KeyOf(entry, entry.Participant!.Value);
        if (
            entry.Result is DeliveryResult.NotAttemptedUnreadable or DeliveryResult.NotAttemptedNoAddress
            && _last.TryGetValue(key, out var number)
            && _attempts[(key, number)] is { } attempt
        )
        {
            attempt["ended_at"] = at;
            attempt["end_code"] = (long)CallEnd.Withheld;
            attempt["rang_at"] = null;
            attempt["sip_status"] = 0L;
            attempt["keys"] = "";
            attempt["played_ms"] = 0L;
        }
    }

    private void Settle(long at, LaneEntryData entry)
    {
        if (
            entry.Result is { } result
            && result != DeliveryResult.None
            && _deliveries.TryGetValue(KeyOf(entry, entry.Participant!.Value), out var row)
        )
        {
            row["result"] = (long)result;
            row["result_at"] = at;
            if (entry.Contacted is { } contacted)
            {
                row["contacted"] = contacted ? 1L : 0L;
            }
            else
            {
                row.Forget("contacted");
            }
        }
    }

    private List<DossierFault> Compare(StoredDossierLane lane)
    {
        var faults = new List<DossierFault>();
        var stored = lane.Deliveries.Select(KeyOf).ToHashSet();
        if (!lane.Deliveries.Select(KeyOf).Where(_deliveries.ContainsKey).SequenceEqual(_deliveries.Keys.Where(stored.Contains)))
        {
            faults.Add(Fault(DossierFaultKind.Column, "delivery.lane_order"));
        }

        Compare(faults, DossierTable.Delivery, lane.Deliveries, _deliveries, KeyOf, key => key.Participant);
        Compare(
            faults,
            DossierTable.Attempt,
            lane.Attempts,
            _attempts,
            row => (KeyOf(row), (long)row[3]!),
            key => $"{key.Item1.Participant} {key.Item2}"
        );
        return faults;
    }

    private void Compare<TKey>(
        List<DossierFault> faults,
        DossierTable table,
        IReadOnlyList<IReadOnlyList<object?>> rows,
        IEnumerable<KeyValuePair<TKey, ToldRow>> told,
        Func<IReadOnlyList<object?>, TKey> keyOf,
        Func<TKey, string> nameOf
    )
        where TKey : notnull
    {
        var missing = new Dictionary<TKey, ToldRow>(told);
        foreach (var row in rows)
        {
            var key = keyOf(row);
            if (!missing.Remove(key, out var tells))
            {
                faults.Add(Fault(DossierFaultKind.ExtraRow, $"{table.Name} {nameOf(key)}"));
            }
            else if (tells.Differs(row) is { } column)
            {
                faults.Add(Fault(DossierFaultKind.Column, $"{table.Name}.{column} {nameOf(key)}"));
            }
        }

        faults.AddRange(missing.Keys.Select(key => Fault(DossierFaultKind.MissingRow, $"{table.Name} {nameOf(key)}")));
    }

    private DossierFault Fault(DossierFaultKind kind, string row) => new(_lane, 0, kind, row);

    private ToldRow? Find(LaneEntryData entry) =>
        _attempts.GetValueOrDefault((KeyOf(entry, entry.Participant!.Value), entry.Attempt!.Value));

    private static void Told(ToldRow row, string column, object? value)
    {
        if (value is not null)
        {
            row[column] = value;
        }
    }

    private static long? Micros(DateTimeOffset? at) => at is { } time ? HashChain.Microseconds(time) : null;

    private static DeliveryKey KeyOf(LaneEntryData entry, Guid participant) =>
        new(
            entry.Message ?? 1,
            participant.ToString("D"),
            JsonNamingPolicy.KebabCaseLower.ConvertName((entry.Medium ?? Medium.Voice).ToString())
        );

    private static DeliveryKey KeyOf(IReadOnlyList<object?> row) => new((long)row[0]!, (string)row[1]!, (string)row[2]!);

    private readonly record struct DeliveryKey(long Message, string Participant, string Channel);
}
