namespace Burgernet.Silo.Participants;

/// <summary>Why a node cannot begin to use its register.</summary>
public enum RegisterProblem
{
    /// <summary>People are really called, and there are no keys to seal what is personal with.</summary>
    NoKeys,

    /// <summary>There are master keys and no lookup key, or the other way round.</summary>
    KeysIncomplete,

    /// <summary>A key is not base64, is too short, has no name, or its name is there twice.</summary>
    BadKey,

    /// <summary>A file with keys cannot be read, or is not what it should be.</summary>
    BadKeyFile,

    /// <summary>Others than the node's own user may read the file with keys.</summary>
    OpenKeyFile,

    /// <summary>A master key wraps keys in this register and is not configured.</summary>
    MissingMasterKey,

    /// <summary>A master key has the name of one that wraps keys in this register, and is another one.</summary>
    OtherMasterKey,

    /// <summary>The lookup key is another one than the register was filled with.</summary>
    OtherLookupKey,

    /// <summary>Practice numbers in the register, or to be put there, and a carrier that leads beyond this machine.</summary>
    PracticeNumbers,
}
