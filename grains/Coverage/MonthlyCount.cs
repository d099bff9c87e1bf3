namespace Burgernet.Grains.Coverage;

/// <summary>How many came and went in a month, exactly: never shown.</summary>
/// <param name="Municipality">The municipality's code, or null where it is unknown.</param>
/// <param name="Month">The first day of the month.</param>
/// <param name="Joined">Who signed up.</param>
/// <param name="Left">Who left.</param>
public readonly record struct MonthlyCount(string? Municipality, DateOnly Month, int Joined, int Left);
