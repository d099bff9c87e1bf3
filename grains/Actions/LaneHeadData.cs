namespace Burgernet.Grains.Actions;

/// <summary>The last entry of a lane's chain, in an event of the action.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Sequence">The entry's place in its chain.</param>
/// <param name="Hash">Its hash, lower-case hex.</param>
public sealed record LaneHeadData(int Lane, long Sequence, string Hash);
