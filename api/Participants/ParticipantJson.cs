using Burgernet.Participants;

namespace Burgernet.Api.Participants;

/// <summary>A participant as the register has them. Of who was erased only the last part is there.</summary>
public sealed record ParticipantJson
{
    /// <summary>Who.</summary>
    public required Guid Id { get; init; }

    /// <summary>1 at registration, one more at every change; the ETag.</summary>
    public required long Version { get; init; }

    /// <summary>Where they stand.</summary>
    public required ParticipantStatus Status { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Phone numbers in E.164 form, the preferred one first.</summary>
    public IReadOnlyList<string>? Phones { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The language to be spoken and written to in.</summary>
    public Language? Language { get; init; }

    /// <summary>Year of birth.</summary>
    public int? BirthYear { get; init; }

    /// <summary>Citizen or professional.</summary>
    public ParticipantKind? Kind { get; init; }

    /// <summary>Ids of target groups.</summary>
    public IReadOnlyList<string>? TargetGroups { get; init; }

    /// <summary>Whether they want the article after an action.</summary>
    public bool? WantsArticles { get; init; }

    /// <summary>Where they regularly are.</summary>
    public IReadOnlyList<LocationJson>? Locations { get; init; }

    /// <summary>Where the sign-up came from.</summary>
    public required string Source { get; init; }

    /// <summary>Why the data may be kept.</summary>
    public required LegalBasis LegalBasis { get; init; }

    /// <summary>That they agreed.</summary>
    public ConsentJson? Consent { get; init; }

    /// <summary>That the sign-up was confirmed.</summary>
    public ConfirmationJson? Confirmation { get; init; }

    /// <summary>When they signed up.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When anything changed last.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When they left.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>When everything personal was destroyed.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    internal static ParticipantJson Of(Participant participant, IEnumerable<ParticipantGroupOptions> groups)
    {
        var profile = participant.Profile;
        return new ParticipantJson
        {
            Id = participant.Id,
            Version = participant.Version,
            Status = participant.Status,
            Name = profile?.Name.Value,
            Phones = profile?.Phones.Select(phone => phone.Value).ToArray(),
            Email = profile?.Email?.Value,
            Language = profile?.Language,
            BirthYear = profile?.BirthYear,
            Kind = profile?.Kind,
            TargetGroups = profile is null
                ? null
                : [.. groups.Where(group => (profile.TargetGroups & (1UL << group.Bit)) != 0).Select(group => group.Id)],
            WantsArticles = profile?.WantsArticles,
            Locations = profile
                ?.Locations.Select(location =>
                    LocationJson.Of(location, participant.Places.FirstOrDefault(place => place.Number == location.Number))
                )
                .ToArray(),
            Source = participant.Source,
            LegalBasis = participant.LegalBasis,
            Consent = participant.Consent is { } consent ? new ConsentJson(consent.At, consent.TextVersion) : null,
            Confirmation = participant.Confirmation is { } confirmation ? new ConfirmationJson(confirmation.Method, confirmation.At) : null,
            CreatedAt = participant.CreatedAt,
            ChangedAt = participant.ChangedAt,
            LeftAt = participant.LeftAt,
            ErasedAt = participant.ErasedAt,
        };
    }
}
