namespace Burgernet.Grains.Dossier;

/// <summary>What is wrong with a dossier.</summary>
public enum DossierFaultKind
{
    /// <summary>An entry does not follow the one before it: something is missing, added or moved.</summary>
    Sequence,

    /// <summary>An entry does not carry the hash of the one before it.</summary>
    Previous,

    /// <summary>An entry's own hash is not that of its content: something in it was changed.</summary>
    Content,

    /// <summary>A lane's chain does not hold the entry that the action anchored: it was shortened, or written anew.</summary>
    Anchor,

    /// <summary>An entry of the action's own chain is not signed.</summary>
    NotSigned,

    /// <summary>A signature is not one over this entry.</summary>
    Signature,

    /// <summary>A signature was made with a key that is not among those given.</summary>
    UnknownKey,

    /// <summary>A column of a table beside the chains does not say what the chains say.</summary>
    Column,

    /// <summary>A row of a table beside the chains is missing.</summary>
    MissingRow,

    /// <summary>A table beside the chains holds a row that no chain tells of.</summary>
    ExtraRow,
}
