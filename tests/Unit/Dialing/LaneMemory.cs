using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>What the store of one lane would hold: applies steps and insists that the lane's chain goes on where it ended.</summary>
internal sealed class LaneMemory
{
    private readonly Dictionary<(Guid, int, Medium), StoredDelivery> _deliveries = [];
    private readonly List<(Guid, int, Medium)> _order = [];
    private readonly List<ClaimRow> _claims = [];
    private readonly Dictionary<(Guid, int), int> _results = [];
    private readonly List<LaneLogEntry> _log = [];

    public IReadOnlyList<StoredDelivery> Deliveries => _order.ConvertAll(key => _deliveries[key]);

    public IReadOnlyList<ClaimRow> Claims => _claims;

    public IReadOnlyList<LaneLogEntry> Log => _log;

    /// <summary>How often a result was stored for each participant, over all messages.</summary>
    public Dictionary<Guid, List<DeliveryResult>> Results { get; } = [];

    /// <summary>The call itself.</summary>
    public StoredDelivery this[Guid id] => _deliveries[(id, 1, Medium.Voice)];

    /// <summary>How often a delivery got a result.</summary>
    public int ResultCount(Guid id, int message) => _results.GetValueOrDefault((id, message));

    public StoredDelivery? Find(Guid id, int message, Medium medium = Medium.Voice) => _deliveries.GetValueOrDefault((id, message, medium));

    public StoredLane Load() => new(Deliveries, _log.Count, _log.Count == 0 ? HashChain.Origin : _log[^1].Hash);

    public void Apply(LaneWrite? write)
    {
        foreach (var entry in write?.Log ?? [])
        {
            Assert.Equal(_log.Count + 1, entry.Sequence);
            Assert.Equal(_log.Count == 0 ? HashChain.Origin : _log[^1].Hash, entry.PreviousHash);
            Assert.Equal(HashChain.Next(entry.PreviousHash, entry.Sequence, entry.At, entry.Type, "", "", entry.Data), entry.Hash);
            _log.Add(entry);
        }

        foreach (var row in write?.Deliveries ?? [])
        {
            _order.Add((row.ParticipantId, row.Message, row.Medium));
            _deliveries.Add(
                (row.ParticipantId, row.Message, row.Medium),
                new StoredDelivery
                {
                    ParticipantId = row.ParticipantId,
                    Message = row.Message,
                    Medium = row.Medium,
                    Chosen = row.Chosen,
                    Language = row.Language,
                    Band = row.Band,
                    Result = DeliveryResult.None,
                    Contacted = false,
                    Attempts = 0,
                }
            );
        }

        foreach (var claim in write?.Claims ?? [])
        {
            var stored = _deliveries[(claim.ParticipantId, claim.Message, claim.Medium)];
            Assert.Equal(stored.Attempts + 1, claim.Attempt);
            _claims.Add(claim);
            _deliveries[(claim.ParticipantId, claim.Message, claim.Medium)] = stored with
            {
                Attempts = claim.Attempt,
                Nonce = claim.Nonce,
                Incarnation = claim.Incarnation,
                Carrier = claim.Carrier,
                ClaimedAt = claim.ClaimedAt,
                AnsweredAt = null,
                Ended = false,
                EndedAt = null,
                End = CallEnd.None,
                SipStatus = 0,
            };
        }

        foreach (var attempt in write?.Attempts ?? [])
        {
            var stored = _deliveries[(attempt.ParticipantId, attempt.Message, attempt.Medium)];
            Assert.Equal(stored.Attempts, attempt.Attempt);
            _deliveries[(attempt.ParticipantId, attempt.Message, attempt.Medium)] = stored with
            {
                Contacted = stored.Contacted || attempt.RangAt is not null || attempt.AnsweredAt is not null,
                AnsweredAt = attempt.AnsweredAt,
                Ended = attempt.EndedAt is not null,
                EndedAt = attempt.EndedAt,
                End = attempt.End,
                SipStatus = attempt.SipStatus,
                Tries = stored.Tries + (attempt.EndedAt is not null && RetryPolicy.IsTry(attempt.End, attempt.SipStatus) ? 1 : 0),
            };
        }

        foreach (var result in write?.Results ?? [])
        {
            _deliveries[(result.ParticipantId, result.Message, result.Medium)] = _deliveries[
                (result.ParticipantId, result.Message, result.Medium)
            ] with
            {
                Result = result.Result,
                Contacted = result.Contacted,
            };
            _results[(result.ParticipantId, result.Message)] = ResultCount(result.ParticipantId, result.Message) + 1;
            Results.TryAdd(result.ParticipantId, []);
            Results[result.ParticipantId].Add(result.Result);
        }
    }
}
