namespace Burgernet.Grains.Dossier;

/// <summary>Where a dossier is not as it was recorded.</summary>
/// <param name="Lane">The lane whose chain or tables it is, or null for the action's own.</param>
/// <param name="Sequence">The entry; 0 for a row of a table beside the chains.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Row">The row: table, column and of whom; empty for an entry.</param>
public readonly record struct DossierFault(int? Lane, long Sequence, DossierFaultKind Kind, string Row = "");
