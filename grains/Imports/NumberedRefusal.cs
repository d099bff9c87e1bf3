using Burgernet.Imports;

namespace Burgernet.Grains.Imports;

/// <summary>A refusal and its place in the report.</summary>
public sealed record NumberedRefusal(RefusalPlace Place, ImportRefusal Refusal);
