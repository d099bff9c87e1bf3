using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Imports;

/// <summary>A phone number of a row.</summary>
/// <param name="Hash">Its keyed hash.</param>
/// <param name="Column">The English name of the column that it stands in.</param>
public readonly record struct StagedPhone(LookupHash Hash, string Column);
