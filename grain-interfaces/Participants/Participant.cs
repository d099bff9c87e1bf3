namespace Burgernet.Participants;

/// <summary>A participant as the register has them.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.participant")]
public sealed record Participant
{
    /// <summary>Who.</summary>
    [Id(0)]
    public required Guid Id { get; init; }

    /// <summary>1 at registration, one more at every change.</summary>
    [Id(1)]
    public required long Version { get; init; }

    /// <summary>Where they stand.</summary>
    [Id(2)]
    public required ParticipantStatus Status { get; init; }

    /// <summary>What they told; null once erased.</summary>
    [Id(3)]
    public required ParticipantProfile? Profile { get; init; }

    /// <summary>What was worked out from the points of the locations, in the order of their numbers; empty once erased.</summary>
    [Id(4)]
    public required IReadOnlyList<LocationPlace> Places { get; init; }

    /// <summary>Where the sign-up came from.</summary>
    [Id(5)]
    public required string Source { get; init; }

    /// <summary>Why the data may be kept.</summary>
    [Id(6)]
    public required LegalBasis LegalBasis { get; init; }

    /// <summary>That they agreed, or null.</summary>
    [Id(7)]
    public Consent? Consent { get; init; }

    /// <summary>That the sign-up was confirmed, or null.</summary>
    [Id(8)]
    public Confirmation? Confirmation { get; init; }

    /// <summary>When they signed up.</summary>
    [Id(9)]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When anything changed last.</summary>
    [Id(10)]
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When they left, or null.</summary>
    [Id(11)]
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>When everything personal was destroyed, or null.</summary>
    [Id(12)]
    public DateTimeOffset? ErasedAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"participant {Id}, version {Version}, {Status}";
}
