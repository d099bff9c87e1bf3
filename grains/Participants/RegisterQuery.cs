using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>Which participants are asked for; all that is given must hold. Never who was erased.</summary>
public sealed record RegisterQuery
{
    /// <summary>By what they can be found, each of them.</summary>
    public IReadOnlyList<Lookup> Lookups { get; init; } = [];

    /// <summary>Standing as one of these; none: whatever they stand as.</summary>
    public IReadOnlyList<ParticipantStatus> Statuses { get; init; } = [];

    /// <summary>With a location in this municipality, or null.</summary>
    public string? Municipality { get; init; }

    /// <summary>With a location in one of these municipalities, or null.</summary>
    public IReadOnlyList<string>? Within { get; init; }

    /// <summary>Only who wants articles.</summary>
    public bool WantArticles { get; init; }
}
