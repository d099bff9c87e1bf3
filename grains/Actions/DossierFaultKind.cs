namespace Burgernet.Grains.Actions;

/// <summary>What is wrong with an entry of a dossier.</summary>
public enum DossierFaultKind
{
    /// <summary>It does not follow the entry before it: something is missing, added or moved.</summary>
    Sequence,

    /// <summary>It does not carry the hash of the entry before it.</summary>
    Previous,

    /// <summary>Its own hash is not that of its content: something in it was changed.</summary>
    Content,

    /// <summary>The results in the lanes are not those that the action recorded when every delivery had one: the end of a lane's chain is missing.</summary>
    Results,
}
