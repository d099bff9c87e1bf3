using Burgernet.Actions;
using Burgernet.Api.Json;

namespace Burgernet.Api.Actions;

/// <summary>One line of the dossier.</summary>
public sealed record DossierEntryJson
{
    /// <summary>The lane whose chain it stands in; absent for the action's own chain.</summary>
    public int? Lane { get; init; }

    /// <summary>Its place in that chain, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it is.</summary>
    public required string Type { get; init; }

    /// <summary>The control room that acted.</summary>
    public string? ControlRoom { get; init; }

    /// <summary>The dispatcher who acted, or <c>system</c>.</summary>
    public string? Dispatcher { get; init; }

    /// <summary>The event's content, exactly as it was hashed.</summary>
    public required RawJson Data { get; init; }

    /// <summary>SHA-256 of the entry before it in its chain, hexadecimal (zeros for the first).</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 of this entry, hexadecimal.</summary>
    public required string Hash { get; init; }

    internal static DossierEntryJson Of(DossierEntry entry) =>
        new()
        {
            Lane = entry.Lane,
            Sequence = entry.Sequence,
            At = entry.At,
            Type = entry.Type,
            ControlRoom = entry.ControlRoom,
            Dispatcher = entry.Dispatcher,
            Data = new RawJson(entry.Data),
            PreviousHash = entry.PreviousHash,
            Hash = entry.Hash,
        };
}
