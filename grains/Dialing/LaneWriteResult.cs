namespace Burgernet.Grains.Dialing;

/// <summary>What came of a write.</summary>
/// <param name="Granted">The granted claims, each with the sealed number.</param>
/// <param name="Refused">Claims that were not granted; when there is any, NOTHING of the write was stored.</param>
public sealed record LaneWriteResult(IReadOnlyList<GrantedClaim> Granted, IReadOnlyList<RefusedClaim> Refused)
{
    /// <summary>There was nothing to store.</summary>
    public static LaneWriteResult Nothing { get; } = new([], []);
}
