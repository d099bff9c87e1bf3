namespace Burgernet.Api.Participants;

/// <summary>A target group as the API names it: the same section that the register reads, <c>Burgernet:Register:TargetGroups</c>.</summary>
public sealed class ParticipantGroupOptions
{
    /// <summary>Its bit in what is stored, 0 to 63.</summary>
    public int Bit { get; set; } = -1;

    /// <summary>Its name in the API.</summary>
    public string Id { get; set; } = "";
}
