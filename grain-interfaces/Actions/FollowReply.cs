namespace Burgernet.Actions;

/// <summary>How an action stands, and what was recorded of it since.</summary>
/// <param name="Action">How it stands, or null with a problem.</param>
/// <param name="Entries">Entries of its own chain, in order. What people told is not in them.</param>
/// <param name="Problem">Why not.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.follow-reply")]
public sealed record FollowReply(
    [property: Id(0)] ActionPulse? Action,
    [property: Id(1)] IReadOnlyList<DossierEntry> Entries,
    [property: Id(2)] ActionProblem? Problem = null
);
