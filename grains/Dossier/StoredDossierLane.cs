namespace Burgernet.Grains.Dossier;

/// <summary>A lane of a dossier as the database holds it. Rows are as their <see cref="DossierTable"/> says.</summary>
/// <param name="Lane">Its number.</param>
/// <param name="Log">Its chain, by sequence.</param>
/// <param name="Deliveries">Its deliveries, in the order in which the lane took them in.</param>
/// <param name="Attempts">The attempts of these deliveries, in any order.</param>
public sealed record StoredDossierLane(
    int Lane,
    IReadOnlyList<IReadOnlyList<object?>> Log,
    IReadOnlyList<IReadOnlyList<object?>> Deliveries,
    IReadOnlyList<IReadOnlyList<object?>> Attempts
);
