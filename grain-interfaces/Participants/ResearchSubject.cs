namespace Burgernet.Participants;

/// <summary>A participant as research sees them: no name, number, address, point or id.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.research-subject")]
public sealed record ResearchSubject
{
    /// <summary>The same for the same participant within a study, another one in every other; 32 hexadecimal digits.</summary>
    [Id(0)]
    public required string Pseudonym { get; init; }

    /// <summary>The first of the ten years in which they were born.</summary>
    [Id(1)]
    public required int BirthDecade { get; init; }

    /// <summary>Codes of the municipalities of their locations, each once.</summary>
    [Id(2)]
    public required IReadOnlyList<string> Municipalities { get; init; }

    /// <summary>Language.</summary>
    [Id(3)]
    public required Language Language { get; init; }

    /// <summary>Citizen or professional.</summary>
    [Id(4)]
    public required ParticipantKind Kind { get; init; }

    /// <summary>By what they may be reached at any of their locations.</summary>
    [Id(5)]
    public required ContactChannels Channels { get; init; }

    /// <summary>The first day of the month (UTC) in which they signed up.</summary>
    [Id(6)]
    public required DateOnly Joined { get; init; }

    /// <summary>The first day of the month (UTC) in which they left, or null.</summary>
    [Id(7)]
    public DateOnly? Left { get; init; }
}
