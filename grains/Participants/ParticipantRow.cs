using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>A participant as stored.</summary>
public sealed record ParticipantRow
{
    /// <summary>Who.</summary>
    public required Guid Id { get; init; }

    /// <summary>From 1.</summary>
    public required long Version { get; init; }

    /// <summary>Where they stand.</summary>
    public required ParticipantStatus Status { get; init; }

    /// <summary>Citizen or professional.</summary>
    public required ParticipantKind Kind { get; init; }

    /// <summary>The language to be spoken to in.</summary>
    public required Language Language { get; init; }

    /// <summary>Target groups, a bit for each.</summary>
    public required ulong TargetGroups { get; init; }

    /// <summary>Whether they want the article after an action.</summary>
    public required bool WantsArticles { get; init; }

    /// <summary>Whether one of the numbers is a practice number: such a register never meets a carrier beyond this machine.</summary>
    public required bool HasPracticeNumber { get; init; }

    /// <summary>Where the sign-up came from.</summary>
    public required string Source { get; init; }

    /// <summary>Why the data may be kept.</summary>
    public required LegalBasis LegalBasis { get; init; }

    /// <summary>That they agreed, or null.</summary>
    public Consent? Consent { get; init; }

    /// <summary>That the sign-up was confirmed, or null.</summary>
    public Confirmation? Confirmation { get; init; }

    /// <summary>When they signed up.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When anything changed last.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When they left, or null.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>When everything personal was destroyed, or null.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>What is personal; null once erased.</summary>
    public required SealedData? Sealed { get; init; }

    /// <summary>Locations by their numbers; none once erased.</summary>
    public required IReadOnlyList<LocationRow> Locations { get; init; }

    /// <summary>By what they can be found; none once erased.</summary>
    public required IReadOnlyList<Lookup> Lookups { get; init; }

    /// <summary>Whether this is a phone that nobody else may register: they keep it until they leave.</summary>
    public bool Holds(Lookup lookup) => lookup.Kind == LookupKind.Phone && Status != ParticipantStatus.Left;

    /// <inheritdoc/>
    public override string ToString() => $"participant {Id}, version {Version}, {Status}";
}
