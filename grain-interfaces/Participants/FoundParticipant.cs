namespace Burgernet.Participants;

/// <summary>Somebody that a search found: enough to recognise them by, not all that there is.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.found-participant")]
public sealed record FoundParticipant
{
    /// <summary>Who.</summary>
    [Id(0)]
    public required Guid Id { get; init; }

    /// <summary>Where they stand.</summary>
    [Id(1)]
    public required ParticipantStatus Status { get; init; }

    /// <summary>Name.</summary>
    [Id(2)]
    public required PersonalText Name { get; init; }

    /// <summary>Phone numbers with all but country and the last two digits hidden.</summary>
    [Id(3)]
    public required IReadOnlyList<string> MaskedPhones { get; init; }

    /// <summary>The e-mail address with all but its first letter and its domain hidden, or null.</summary>
    [Id(4)]
    public string? MaskedEmail { get; init; }

    /// <summary>Codes of the municipalities of their locations, each once; what lies in none is left out.</summary>
    [Id(5)]
    public required IReadOnlyList<string> Municipalities { get; init; }

    /// <summary>When they signed up.</summary>
    [Id(6)]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"participant {Id}, {Status}";
}
