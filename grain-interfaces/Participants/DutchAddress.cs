namespace Burgernet.Participants;

/// <summary>A Dutch postcode with a house number.</summary>
/// <param name="Postcode">As typed, or <c>7411KT</c> once accepted.</param>
/// <param name="HouseNumber">1 to 99999.</param>
/// <param name="Addition">What follows the number (<c>A</c>, <c>bis</c>), at most 6 letters and digits, or null.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.dutch-address")]
public sealed record DutchAddress(
    [property: Id(0)] PersonalText Postcode,
    [property: Id(1)] int HouseNumber,
    [property: Id(2)] PersonalText? Addition = null
)
{
    /// <inheritdoc/>
    public override string ToString() => PersonalText.Mask;
}
