namespace Burgernet.Grains.Actions;

/// <summary>Where a dossier is not as it was recorded.</summary>
/// <param name="Lane">The lane whose chain it is, or null for the action's own.</param>
/// <param name="Sequence">The entry.</param>
/// <param name="Kind">What is wrong.</param>
public readonly record struct DossierFault(int? Lane, long Sequence, DossierFaultKind Kind);
