namespace Burgernet.Imports;

/// <summary>Where an import stands. Values are stored; never renumber.</summary>
[GenerateSerializer]
[Alias("burgernet.import-state")]
public enum ImportState
{
    /// <summary>The file is arriving and being checked; nothing of it is in the register.</summary>
    Receiving = 0,

    /// <summary>The file was taken; its rows go into the register, some thousands at a time.</summary>
    Applying = 1,

    /// <summary>All rows are in the register; cells and regions read it again.</summary>
    Reloading = 2,

    /// <summary>Done. Refused rows are in the report.</summary>
    Completed = 3,

    /// <summary>Cancelled: what was in the register by then stays there; the same file again does the rest.</summary>
    Cancelled = 4,

    /// <summary>The file was refused as a whole; nothing of it is in the register.</summary>
    Refused = 5,

    /// <summary>The node went away while the file was arriving; nothing of it is in the register. The same request again begins anew.</summary>
    Interrupted = 6,
}
