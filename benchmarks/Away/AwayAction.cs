using System.Text.Json;
using Burgernet.Practice;

namespace Burgernet.Benchmarks.Away;

/// <summary>An action of a run, by its own account and by the carrier's record.</summary>
internal sealed class AwayAction
{
    private static readonly string[] Reached = ["answered", "heard", "confirmed"];

    private readonly Dictionary<Guid, string?> _results;
    private readonly (PracticeCallRecord Call, Guid Participant)[] _calls;

    /// <summary>Puts both together.</summary>
    /// <param name="claims">Whom each of its claims is for, by Call-ID.</param>
    /// <param name="deliveries">Its deliveries.</param>
    /// <param name="records">The carrier's record.</param>
    public AwayAction(Dictionary<string, Guid> claims, IReadOnlyList<JsonElement> deliveries, IEnumerable<PracticeCallRecord> records)
    {
        _results = deliveries.ToDictionary(
            delivery => delivery.GetProperty("participantId").GetGuid(),
            delivery => delivery.TryGetProperty("result", out var result) ? result.GetString() : null
        );
        Redialled = deliveries.Count(delivery => delivery.GetProperty("redialled").GetBoolean());
        _calls =
        [
            .. records
                .Where(call => claims.ContainsKey(Token(call)))
                .Select(call => (call, claims[Token(call)]))
                .OrderBy(call => call.call.Invited.Monotonic),
        ];
    }

    /// <summary>Its calls, by the carrier's record.</summary>
    public IEnumerable<PracticeCallRecord> Calls => _calls.Select(call => call.Call);

    public int Deliveries => _results.Count;

    /// <summary>Deliveries that are marked as dialled again.</summary>
    public int Redialled { get; }

    /// <summary>Deliveries without a result.</summary>
    public int WithoutResult => _results.Values.Count(result => result is null);

    /// <summary>Deliveries with this result.</summary>
    public int With(string result) => _results.Values.Count(value => value == result);

    /// <summary>People whom the carrier put through more than once, so that they heard something each time.</summary>
    public int SpokenToTwice =>
        _calls.Where(call => SpokenTo(call.Call)).CountBy(call => call.Participant).Count(person => person.Value > 1);

    /// <summary>People whom the carrier was asked to call more than once.</summary>
    public int CalledTwice => _calls.CountBy(call => call.Participant).Count(person => person.Value > 1);

    /// <summary>Answered calls that ended in a stretch of time, and how many of those people have another result than one of an answer.</summary>
    public (int Ended, int WithoutAnswer) AnsweredAndEnded(TimeSpan from, TimeSpan until)
    {
        var ended = Array.FindAll(
            _calls,
            call => SpokenTo(call.Call) && call.Call.Ended!.Value.Monotonic is var at && at >= from && at <= until
        );
        return (ended.Length, ended.Count(call => !Reached.Contains(_results[call.Participant], StringComparer.Ordinal)));
    }

    /// <summary>What the claim names: on the wire our address follows it (RFC 3261 §25.1, callid = word [ "@" word ]).</summary>
    public static string Token(PracticeCallRecord call) => call.CallId.Split('@')[0];

    private static bool SpokenTo(PracticeCallRecord call) => call is { Answered: not null, RtpPackets: > 0 };
}
