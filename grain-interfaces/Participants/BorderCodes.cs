namespace Burgernet.Participants;

/// <summary>In whose borders a point lies.</summary>
/// <param name="Municipality">The municipality's code, for instance <c>GM0150</c>; null is unknown.</param>
/// <param name="District">The code of the police or safety region, for instance <c>VR04</c>; null is unknown.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.border-codes")]
public readonly record struct BorderCodes([property: Id(0)] string? Municipality, [property: Id(1)] string? District)
{
    /// <summary>No borders are configured, or the point lies in none.</summary>
    public static BorderCodes Unknown => default;
}
