namespace Burgernet.Grains.Dossier;

/// <summary>An action's dossier as the database holds it, its lanes aside. Rows are as their <see cref="DossierTable"/> says.</summary>
public sealed record StoredDossier
{
    /// <summary>The action's own row, or null where it is missing.</summary>
    public required IReadOnlyList<object?>? Action { get; init; }

    /// <summary>Its chain, by sequence.</summary>
    public required IReadOnlyList<IReadOnlyList<object?>> Events { get; init; }

    /// <summary>What signs the heads, by sequence.</summary>
    public required IReadOnlyList<IReadOnlyList<object?>> Signatures { get; init; }

    /// <summary>What was played.</summary>
    public required IReadOnlyList<IReadOnlyList<object?>> Messages { get; init; }

    /// <summary>Every number of a lane that stands in a table of this action.</summary>
    public required IReadOnlyList<int> Lanes { get; init; }

    /// <summary>Deliveries of the action.</summary>
    public required long Deliveries { get; init; }

    /// <summary>Attempts of the action.</summary>
    public required long Attempts { get; init; }
}
