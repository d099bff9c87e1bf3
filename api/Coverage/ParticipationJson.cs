namespace Burgernet.Api.Coverage;

/// <summary>Fellow participants, for everybody to see.</summary>
public sealed record ParticipationJson
{
    /// <summary>When it was counted.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>By code.</summary>
    public required IReadOnlyList<MunicipalityParticipationJson> Municipalities { get; init; }
}
