using Burgernet.Participants;

namespace Burgernet.Api.Participants;

/// <summary>A Dutch address.</summary>
/// <param name="Postcode">Four digits and two letters.</param>
/// <param name="HouseNumber">1 to 99999.</param>
/// <param name="Addition">What follows the number.</param>
public sealed record AddressJson(string Postcode, int HouseNumber, string? Addition)
{
    internal static AddressJson Of(DutchAddress address) => new(address.Postcode.Value, address.HouseNumber, address.Addition?.Value);
}
