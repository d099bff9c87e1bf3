using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>What is personal of a location.</summary>
/// <param name="Number">Which location, 1 to 5.</param>
/// <param name="Label">What they call it.</param>
/// <param name="Address">Its address, or null.</param>
public sealed record PersonalPlace(int Number, PersonalText Label, DutchAddress? Address);
