namespace Burgernet.Participants;

/// <summary>By what a relationship manager looks for participants; all that is given must hold.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.participant-search")]
public sealed record ParticipantSearch
{
    /// <summary>A phone number in any notation; without a country it is Dutch.</summary>
    [Id(0)]
    public PersonalText? Phone { get; init; }

    /// <summary>An e-mail address, in any case.</summary>
    [Id(1)]
    public PersonalText? Email { get; init; }

    /// <summary>A postcode with a house number; without an addition every addition is found.</summary>
    [Id(2)]
    public DutchAddress? Address { get; init; }

    /// <summary>The code of a municipality in which they have a location.</summary>
    [Id(3)]
    public string? Municipality { get; init; }

    /// <summary>Where they stand.</summary>
    [Id(4)]
    public ParticipantStatus? Status { get; init; }

    /// <summary>Codes of the municipalities that whoever searches is limited to, or null.</summary>
    [Id(5)]
    public IReadOnlyList<string>? Within { get; init; }

    /// <inheritdoc/>
    public override string ToString() => PersonalText.Mask;
}
