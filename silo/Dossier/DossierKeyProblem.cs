namespace Burgernet.Silo.Dossier;

/// <summary>Why dossiers cannot be signed, or not be verified.</summary>
public enum DossierKeyProblem
{
    /// <summary>A file with keys cannot be read, or is not what it should be.</summary>
    BadFile,

    /// <summary>Others than the node's own user may read the file with keys.</summary>
    OpenFile,

    /// <summary>A key has no name, its name is there twice, or it is no key of P-256.</summary>
    BadKey,

    /// <summary>The last key, which is to sign, has no private part.</summary>
    CannotSign,
}
