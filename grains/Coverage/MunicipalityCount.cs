namespace Burgernet.Grains.Coverage;

/// <summary>How many active participants a municipality has, exactly: never shown.</summary>
/// <param name="Municipality">Its code, or null where it is unknown.</param>
/// <param name="Participants">How many.</param>
public readonly record struct MunicipalityCount(string? Municipality, int Participants);
