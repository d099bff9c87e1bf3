using System.Text.Json;

namespace Burgernet.Benchmarks.Chaos;

/// <summary>Holds what the witness saw against what the nodes stored, delivery by delivery.</summary>
internal sealed class ChaosOutcome
{
    private static readonly string[] Reached = ["answered", "heard", "confirmed"];

    private readonly Dictionary<ChaosDelivery, (string? Result, bool Redialled)> _deliveries = [];
    private readonly ILookup<ChaosDelivery, ChaosCall> _byDelivery;
    private readonly IReadOnlyList<ChaosFault> _faults;

    /// <summary>Puts both together.</summary>
    public ChaosOutcome(
        ChaosWitness witness,
        IReadOnlyList<ChaosAttempt> attempts,
        IReadOnlyDictionary<Guid, List<JsonElement>> deliveries,
        IReadOnlyList<ChaosFault> faults
    )
    {
        (Witness, Attempts, _faults) = (witness, attempts, faults);
        var claims = attempts.ToDictionary(attempt => attempt.CallId, StringComparer.Ordinal);
        Calls =
        [
            .. witness
                .Calls.Where(call => claims.ContainsKey(Token(call.CallId)))
                .Select(call => new ChaosCall(call, claims[Token(call.CallId)]))
                .OrderBy(call => call.Record.Invited.Monotonic),
        ];
        Unclaimed = witness.Calls.Count - Calls.Count;
        _byDelivery = Calls.ToLookup(call => call.Attempt.Delivery);
        foreach (var (action, list) in deliveries)
        {
            foreach (var delivery in list)
            {
                _deliveries[new ChaosDelivery(action, delivery.GetProperty("participantId").GetGuid())] = (
                    delivery.TryGetProperty("result", out var result) ? result.GetString() : null,
                    delivery.GetProperty("redialled").GetBoolean()
                );
            }
        }
    }

    public ChaosWitness Witness { get; }

    public IReadOnlyList<ChaosAttempt> Attempts { get; }

    /// <summary>Calls with their claims, in the order of their INVITEs.</summary>
    public IReadOnlyList<ChaosCall> Calls { get; }

    /// <summary>Calls that no stored claim names.</summary>
    public int Unclaimed { get; }

    public int Deliveries => _deliveries.Count;

    /// <summary>Deliveries without a result.</summary>
    public int Lost => _deliveries.Values.Count(delivery => delivery.Result is null);

    /// <summary>Deliveries of claims that the dossier does not know.</summary>
    public int Unknown => Attempts.Count(attempt => !_deliveries.ContainsKey(attempt.Delivery));

    /// <summary>Deliveries by their result.</summary>
    public IEnumerable<KeyValuePair<string, int>> Results =>
        _deliveries.Values.CountBy(delivery => delivery.Result ?? "none").OrderBy(result => result.Key, StringComparer.Ordinal);

    /// <summary>Deliveries that were called, by the witness, after a fault by whose time their answer was stored.</summary>
    public int CalledAfterAnswer =>
        _faults
            .SelectMany(fault =>
                Calls.Where(call => call.Record.Invited.Monotonic > fault.Read && fault.Answered.Contains(call.Attempt.Delivery))
            )
            .Select(call => call.Attempt.CallId)
            .Distinct(StringComparer.Ordinal)
            .Count();

    /// <summary>INVITEs of claims older than this.</summary>
    public int ClaimsOlderThan(TimeSpan limit) => Calls.Count(call => call.ClaimAge > limit);

    /// <summary>The oldest claim at its INVITE.</summary>
    public TimeSpan OldestClaim => Calls.Max(call => call.ClaimAge);

    /// <summary>Deliveries of which dossier and witness do not tell the same: one says reached and the other saw no answer, or the other way round.</summary>
    public IReadOnlyList<string> Disagreements =>
        [
            .. _deliveries
                .Where(delivery => !Agree(delivery.Value.Result, _byDelivery[delivery.Key]))
                .Select(delivery =>
                    $"{delivery.Key.Participant} {delivery.Value.Result}: {string.Join(", ", _byDelivery[delivery.Key].Select(Tell))}"
                ),
        ];

    /// <summary>Deliveries that were dialled again, with what the witness saw of them.</summary>
    public IReadOnlyList<string> Redialled =>
        [
            .. _deliveries
                .Where(delivery => delivery.Value.Redialled)
                .Select(delivery =>
                    $"{delivery.Key.Participant.ToString()[..8]} {delivery.Value.Result} ({string.Join(", ", _byDelivery[delivery.Key].Select(Tell))})"
                ),
        ];

    /// <summary>Deliveries whose person heard us in more than one call and that are not marked as dialled again.</summary>
    public int SpokenToTwiceUnmarked =>
        _deliveries.Count(delivery =>
            !delivery.Value.Redialled && _byDelivery[delivery.Key].Count(call => ChaosWitness.SpokenTo(call.Record)) > 1
        );

    /// <summary>All deliveries whose person heard us in more than one call.</summary>
    public int SpokenToTwice => _byDelivery.Count(calls => calls.Count(call => ChaosWitness.SpokenTo(call.Record)) > 1);

    /// <summary>How soon the lines were full again after a fault.</summary>
    /// <param name="index">Which.</param>
    /// <param name="lines">How many lines there are.</param>
    public ChaosRecovery Recovery(int index, int lines) =>
        ChaosRecovery.After(
            [.. _faults.Take(index + 1)],
            index + 1 < _faults.Count ? _faults[index + 1].At : Calls[^1].Record.Invited.Monotonic,
            Calls,
            Attempts,
            lines
        );

    private static bool Agree(string? result, IEnumerable<ChaosCall> calls)
    {
        var seen = calls.Select(call => call.Record).ToArray();
        return result switch
        {
            null or "unknown" => true,
            _ when Reached.Contains(result, StringComparer.Ordinal) => seen.Any(call => call.Answered is not null),
            _ => seen.Length == 0 || !ChaosWitness.SpokenTo(seen[^1]),
        };
    }

    private static string Tell(ChaosCall call) =>
        FormattableString.Invariant(
            $"{call.Record.FinalStatus} heard {call.Record.Heard.TotalSeconds:0.0} s {call.Record.Refusal?.ToString() ?? "by " + call.Record.EndedBy}"
        );

    private static string Token(string callId) => callId.Split('@')[0];
}
