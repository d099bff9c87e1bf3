namespace Burgernet.Api.Participants;

/// <summary>A page of who was found, by id.</summary>
public sealed record SearchJson
{
    /// <summary>Who.</summary>
    public required IReadOnlyList<FoundParticipantJson> Participants { get; init; }

    /// <summary>What to send as <c>after</c>, with the same criteria, for the next page; absent on the last.</summary>
    public Guid? Next { get; init; }
}
