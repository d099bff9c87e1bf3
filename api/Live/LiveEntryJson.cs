using Burgernet.Actions;
using Burgernet.Api.Json;

namespace Burgernet.Api.Live;

/// <summary>An event <c>entry</c> of the live view: an entry of the action's own chain, as in the dossier. Of a tip its id only.</summary>
public sealed record LiveEntryJson
{
    /// <summary>Its place in the chain, from 1; the id of the event.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it is.</summary>
    public required string Type { get; init; }

    /// <summary>The control room that acted.</summary>
    public string? ControlRoom { get; init; }

    /// <summary>The dispatcher who acted, or <c>system</c>.</summary>
    public string? Dispatcher { get; init; }

    /// <summary>The entry's content.</summary>
    public required RawJson Data { get; init; }

    internal static LiveEntryJson Of(DossierEntry entry) =>
        new()
        {
            Sequence = entry.Sequence,
            At = entry.At,
            Type = entry.Type,
            ControlRoom = entry.ControlRoom,
            Dispatcher = entry.Dispatcher,
            Data = new RawJson(entry.Data),
        };
}
