using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>What is personal of a participant: the part of a profile that is sealed.</summary>
public sealed record PersonalData
{
    /// <summary>Name.</summary>
    public required PersonalText Name { get; init; }

    /// <summary>Phone numbers, E.164, the preferred one first.</summary>
    public required IReadOnlyList<PersonalText> Phones { get; init; }

    /// <summary>E-mail address, or null.</summary>
    public PersonalText? Email { get; init; }

    /// <summary>Year of birth.</summary>
    public required int BirthYear { get; init; }

    /// <summary>Labels and addresses by the numbers of the locations.</summary>
    public required IReadOnlyList<PersonalPlace> Places { get; init; }

    /// <inheritdoc/>
    public override string ToString() => PersonalText.Mask;
}
