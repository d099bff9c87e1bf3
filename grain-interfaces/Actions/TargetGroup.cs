namespace Burgernet.Actions;

/// <summary>A target group that an action is for. Both stand in the dossier: what a bit is called is configured, and may be called otherwise later.</summary>
/// <param name="Id">What the API calls it.</param>
/// <param name="Bit">Its bit in what is stored of participants, 0 to 63.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.target-group")]
public sealed record TargetGroup([property: Id(0)] string Id, [property: Id(1)] int Bit)
{
    /// <summary>A bit for each; 0, which is everyone, for none.</summary>
    public static ulong MaskOf(IEnumerable<TargetGroup>? groups) =>
        (groups ?? []).Aggregate(0UL, (mask, group) => mask | (1UL << group.Bit));
}
