using System.Text.Json;
using Burgernet.Grains.Actions;

namespace Burgernet.Grains.Dossier;

/// <summary>Holds a dossier against itself: its chains, the anchors and signatures over them, and the tables that say the same. No I/O.</summary>
/// <remarks>
/// Takes the action's own part first, then each lane. A chain that is broken is one fault where it breaks; what would follow from it is not told as well. What it
/// cannot see: a dossier that somebody with both the whole database and the signing key wrote anew, and the end of an action's own chain that was taken off with all that
/// hangs on it. Against that, keep heads elsewhere.
/// </remarks>
/// <param name="actionId">The action.</param>
/// <param name="keys">What the signatures are held against.</param>
/// <param name="unsignedUntil">Entries of before this moment need no signature; null where all do.</param>
public sealed class DossierCheck(Guid actionId, DossierKeys keys, DateTimeOffset? unsignedUntil = null)
{
    private const int Sequence = 0;
    private const int At = 1;

    private readonly Dictionary<int, SortedDictionary<long, string>> _anchors = [];
    private readonly HashSet<int> _lanes = [];
    private readonly List<DossierFault> _faults = [];
    private long _deliveries;
    private long _attempts;

    /// <summary>Entries so far, of all chains.</summary>
    public long Entries { get; private set; }

    /// <summary>Chains so far: the action's own, and one of each lane that did something.</summary>
    public int Chains { get; private set; }

    /// <summary>Signatures that held.</summary>
    public int Signatures { get; private set; }

    /// <summary>Rows of tables beside the chains so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Takes the action's own part.</summary>
    public void Take(StoredDossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        (_deliveries, _attempts) = (dossier.Deliveries, dossier.Attempts);
        var chain = ChainCheck.Run(DossierTable.Event, dossier.Events);
        Count(chain);
        if (chain.Break is { } broken)
        {
            _faults.Add(new DossierFault(null, broken.Sequence, broken.Kind));
        }

        CheckSignatures(dossier, chain.Unbroken);
        foreach (var anchored in dossier.Events.Take(chain.Unbroken).Where(row => row[4] is ActionEventType.Anchored))
        {
            foreach (var head in ActionEventData.Read<AnchoredData>((string)anchored[5]!).Lanes)
            {
                if (!_anchors.TryGetValue(head.Lane, out var anchors))
                {
                    _anchors[head.Lane] = anchors = [];
                }

                anchors[head.Sequence] = head.Hash;
            }
        }

        if (chain.Break is null && dossier.Events.Count > 0)
        {
            CheckRow(dossier);
            Rows += dossier.Messages.Count;
            _faults.AddRange(MessageTable.Check(dossier.Events, dossier.Messages));
        }
    }

    /// <summary>Takes a lane.</summary>
    public void Take(StoredDossierLane lane)
    {
        ArgumentNullException.ThrowIfNull(lane);
        _lanes.Add(lane.Lane);
        _deliveries -= lane.Deliveries.Count;
        _attempts -= lane.Attempts.Count;
        Rows += lane.Deliveries.Count + lane.Attempts.Count;
        var chain = ChainCheck.Run(DossierTable.LaneLog, lane.Log);
        Count(chain);
        if (chain.Break is { } broken)
        {
            _faults.Add(new DossierFault(lane.Lane, broken.Sequence, broken.Kind));
            return;
        }

        foreach (var (sequence, hash) in _anchors.GetValueOrDefault(lane.Lane) ?? [])
        {
            if (sequence > lane.Log.Count || Convert.ToHexStringLower((byte[])lane.Log[(int)sequence - 1][^1]!) != hash)
            {
                _faults.Add(new DossierFault(lane.Lane, sequence, DossierFaultKind.Anchor));
                return;
            }
        }

        _faults.AddRange(LaneTables.Check(lane));
    }

    /// <summary>There is no more.</summary>
    /// <returns>What is wrong; nothing when all is as it was recorded.</returns>
    public IReadOnlyList<DossierFault> End()
    {
        foreach (var (lane, anchors) in _anchors.Where(anchored => !_lanes.Contains(anchored.Key)))
        {
            _faults.Add(new DossierFault(lane, anchors.Last().Key, DossierFaultKind.Anchor));
        }

        if (_deliveries != 0)
        {
            _faults.Add(new DossierFault(null, 0, DossierFaultKind.ExtraRow, DossierTable.Delivery.Name));
        }

        if (_attempts != 0)
        {
            _faults.Add(new DossierFault(null, 0, DossierFaultKind.ExtraRow, DossierTable.Attempt.Name));
        }

        return _faults;
    }

    private void Count(ChainCheck chain)
    {
        Entries += chain.Entries;
        Chains += chain.Entries > 0 ? 1 : 0;
    }

    private void CheckSignatures(StoredDossier dossier, int unbroken)
    {
        var signatures = dossier.Signatures.ToDictionary(row => (long)row[Sequence]!);
        for (var i = 0; i < dossier.Events.Count; i++)
        {
            var entry = dossier.Events[i];
            var sequence = (long)entry[Sequence]!;
            if (!signatures.Remove(sequence, out var signature))
            {
                if (unsignedUntil is null || (long)entry[At]! >= HashChain.Microseconds(unsignedUntil.Value))
                {
                    _faults.Add(new DossierFault(null, sequence, DossierFaultKind.NotSigned));
                }
            }
            else if (i < unbroken && FaultOf(entry, signature) is { } fault)
            {
                _faults.Add(new DossierFault(null, sequence, fault));
            }
        }

        foreach (var left in signatures.Keys)
        {
            _faults.Add(new DossierFault(null, left, DossierFaultKind.ExtraRow, DossierTable.Signature.Name));
        }
    }

    private DossierFaultKind? FaultOf(IReadOnlyList<object?> entry, IReadOnlyList<object?> signature)
    {
        var keyId = (string)signature[2]!;
        if (!keys.Has(keyId))
        {
            return DossierFaultKind.UnknownKey;
        }

        var act = SignedHead.ActOf((string?)entry[6], (string?)entry[7]);
        var signed = SignedHead.Bytes(actionId, (long)entry[Sequence]!, (byte[])entry[9]!, (long)signature[At]!, act, keyId);
        if (!keys.Verify(keyId, signed, (byte[])signature[3]!))
        {
            return DossierFaultKind.Signature;
        }

        Signatures++;
        return null;
    }

    /// <summary>The action's row says what its events come to.</summary>
    private void CheckRow(StoredDossier dossier)
    {
        Rows++;
        if (dossier.Action is not { } stored)
        {
            _faults.Add(new DossierFault(null, 0, DossierFaultKind.MissingRow, DossierTable.Action.Name));
            return;
        }

        ActionRow row;
        try
        {
            row = ActionState.From(actionId, dossier.Events.Select(EventOf)).ToRow();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // Recorded like this, signed, and of a newer or older node than this one: not what is looked for here.
            return;
        }

        object?[] told =
        [
            row.ControlRoom,
            Kebab(row.Kind),
            row.IncidentNumber,
            row.Practice ? 1L : 0L,
            Kebab(row.Status),
            (long)row.Epoch,
            row.Running ? 1L : 0L,
            HashChain.Microseconds(row.CreatedAt),
        ];
        for (var i = 0; i < told.Length; i++)
        {
            if (!Equals(told[i], stored[i]))
            {
                _faults.Add(
                    new DossierFault(null, 0, DossierFaultKind.Column, $"{DossierTable.Action.Name}.{DossierTable.Action.Columns[i]}")
                );
            }
        }
    }

    private static ActionEvent EventOf(IReadOnlyList<object?> row) =>
        new(
            (long)row[0]!,
            HashChain.Time((long)row[1]!),
            new Burgernet.Actions.Actor((string)row[2]!, (string)row[3]!),
            (string)row[4]!,
            (string)row[5]!,
            (string?)row[6],
            (string?)row[7],
            (byte[])row[8]!,
            (byte[])row[9]!
        );

    private static string Kebab<T>(T code)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());
}
