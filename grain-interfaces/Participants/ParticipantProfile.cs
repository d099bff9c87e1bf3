namespace Burgernet.Participants;

/// <summary>What somebody tells of themselves and may change.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.participant-profile")]
public sealed record ParticipantProfile
{
    /// <summary>Name, 1 to 100 characters.</summary>
    [Id(0)]
    public required PersonalText Name { get; init; }

    /// <summary>Phone numbers, the preferred one first: 1 to 3, mobile or fixed. As typed (a number without a country is Dutch), or E.164 once accepted.</summary>
    [Id(1)]
    public required IReadOnlyList<PersonalText> Phones { get; init; }

    /// <summary>E-mail address, or null.</summary>
    [Id(2)]
    public PersonalText? Email { get; init; }

    /// <summary>The language to be spoken and written to in.</summary>
    [Id(3)]
    public Language Language { get; init; }

    /// <summary>Year of birth: whatever the birthday, the person is 16 or older.</summary>
    [Id(4)]
    public required int BirthYear { get; init; }

    /// <summary>Citizen or professional.</summary>
    [Id(5)]
    public ParticipantKind Kind { get; init; }

    /// <summary>Target groups, a bit for each as configured; 0 for none.</summary>
    [Id(6)]
    public ulong TargetGroups { get; init; }

    /// <summary>Whether they want the article after an action.</summary>
    [Id(7)]
    public bool WantsArticles { get; init; }

    /// <summary>Locations, 1 to 5.</summary>
    [Id(8)]
    public required IReadOnlyList<ParticipantLocation> Locations { get; init; }

    /// <inheritdoc/>
    public override string ToString() => PersonalText.Mask;
}
