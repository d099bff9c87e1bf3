using Burgernet.Nodes;

namespace Burgernet.Api.Nodes;

/// <summary>What a node has of a carrier now.</summary>
public sealed record NodeCarrierJson
{
    /// <summary>The carrier's name.</summary>
    public required string Name { get; init; }

    /// <summary>Lines leased to it.</summary>
    public required int Lines { get; init; }

    /// <summary>New calls a second of its lease.</summary>
    public required int CallsPerSecond { get; init; }

    /// <summary>Calls under way, at most about a second ago.</summary>
    public required int Calls { get; init; }

    /// <summary>Lines that nobody may use because calls of this node, which went without a word, may still hold them.</summary>
    public required int ChargedLines { get; init; }

    /// <summary>When the last of them is free at the latest; absent for none.</summary>
    public DateTimeOffset? ChargedUntil { get; init; }

    internal static NodeCarrierJson Of(NodeCarrier carrier) =>
        new()
        {
            Name = carrier.Name,
            Lines = carrier.Lines,
            CallsPerSecond = carrier.CallsPerSecond,
            Calls = carrier.Calls,
            ChargedLines = carrier.ChargedLines,
            ChargedUntil = carrier.ChargedUntil,
        };
}
