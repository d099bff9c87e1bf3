using System.Text.Json;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;

namespace Burgernet.Grains.Actions;

/// <summary>Recomputes the chains of a dossier, entry by entry, in the order of each chain. No I/O.</summary>
/// <remarks>
/// Any change of an entry shows, and any that is missing before the last of its chain. The end of a lane's chain is held against the results that
/// the action recorded. What it cannot see is a dossier that was written anew from some entry on, hashes and all, by somebody with the whole database.
/// </remarks>
public sealed class DossierCheck
{
    private const int Own = -1;

    private readonly Dictionary<int, (long Sequence, string Hash)> _heads = [];
    private readonly Dictionary<DeliveryResult, int> _results = [];
    private readonly List<DossierFault> _faults = [];
    private (long Sequence, IReadOnlyDictionary<DeliveryResult, int> Results)? _recorded;

    /// <summary>Entries so far.</summary>
    public long Entries { get; private set; }

    /// <summary>Chains so far: the action's own, and one of each lane that did something.</summary>
    public int Chains => _heads.Count;

    /// <summary>Takes the next entry.</summary>
    public void Take(DossierEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Entries++;
        var chain = entry.Lane ?? Own;
        var (sequence, hash) = _heads.GetValueOrDefault(chain, (0, Convert.ToHexStringLower(HashChain.Origin)));
        if (entry.Sequence != sequence + 1)
        {
            Fault(entry, DossierFaultKind.Sequence);
        }
        else if (entry.PreviousHash != hash)
        {
            Fault(entry, DossierFaultKind.Previous);
        }
        else if (entry.Hash != HashOf(entry))
        {
            Fault(entry, DossierFaultKind.Content);
        }

        // From here on against what stands there, so that one change is one fault.
        _heads[chain] = (entry.Sequence, entry.Hash);
        Count(entry);
    }

    /// <summary>There are no more entries.</summary>
    /// <returns>What is wrong; nothing when all is as it was recorded.</returns>
    public IReadOnlyList<DossierFault> End()
    {
        if (
            _faults.Count == 0
            && _recorded is { } recorded
            && !recorded.Results.All(result => _results.GetValueOrDefault(result.Key) == result.Value)
        )
        {
            _faults.Add(new DossierFault(null, recorded.Sequence, DossierFaultKind.Results));
        }

        return _faults;
    }

    private static string HashOf(DossierEntry entry) =>
        Convert.ToHexStringLower(
            HashChain.Next(
                Convert.FromHexString(entry.PreviousHash),
                entry.Sequence,
                entry.At,
                entry.Type,
                entry.ControlRoom ?? "",
                entry.Dispatcher ?? "",
                entry.Data
            )
        );

    private void Count(DossierEntry entry)
    {
        try
        {
            if (entry.Lane is null && entry.Type == ActionEventType.WaveCompleted)
            {
                _recorded = (entry.Sequence, ActionEventData.Read<WaveCompletedData>(entry.Data).Results);
            }
            else if (entry.Lane is not null && entry.Type is LaneLogType.Ended or LaneLogType.Settled)
            {
                var result = ActionEventData.Read<LaneResult>(entry.Data).Result;
                _results[result] = _results.GetValueOrDefault(result) + 1;
            }
        }
        catch (JsonException)
        {
            // Not what was recorded: its hash has said so already.
        }
    }

    private void Fault(DossierEntry entry, DossierFaultKind kind) => _faults.Add(new DossierFault(entry.Lane, entry.Sequence, kind));

    private sealed record LaneResult(DeliveryResult Result);
}
