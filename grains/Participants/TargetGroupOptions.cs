namespace Burgernet.Grains.Participants;

/// <summary>A group that actions can be meant for: own staff, partners, a community.</summary>
public sealed class TargetGroupOptions
{
    /// <summary>Its bit in what is stored, 0 to 63. Never given to another group while anybody has it.</summary>
    public int Bit { get; set; } = -1;

    /// <summary>Its name in the API, 1 to 40 characters.</summary>
    public string Id { get; set; } = "";

    /// <summary>Its name on Dutch screens.</summary>
    public string Dutch { get; set; } = "";

    /// <summary>Its name on English screens.</summary>
    public string English { get; set; } = "";
}
