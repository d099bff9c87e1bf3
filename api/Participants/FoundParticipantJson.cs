using Burgernet.Participants;

namespace Burgernet.Api.Participants;

/// <summary>Somebody that was found, with enough to recognise them; the rest is read one by one.</summary>
public sealed record FoundParticipantJson
{
    /// <summary>Who.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where they stand.</summary>
    public required ParticipantStatus Status { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Phone numbers, the preferred one first, all but country and the last two digits hidden.</summary>
    public required IReadOnlyList<string> Phones { get; init; }

    /// <summary>E-mail address, all but the first letter and the domain hidden.</summary>
    public string? Email { get; init; }

    /// <summary>Codes of the municipalities in which they have a location.</summary>
    public required IReadOnlyList<string> Municipalities { get; init; }

    /// <summary>When they signed up.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    internal static FoundParticipantJson Of(FoundParticipant found) =>
        new()
        {
            Id = found.Id,
            Status = found.Status,
            Name = found.Name.Value,
            Phones = found.MaskedPhones,
            Email = found.MaskedEmail,
            Municipalities = found.Municipalities,
            CreatedAt = found.CreatedAt,
        };
}
