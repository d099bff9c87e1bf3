namespace Burgernet.Signups;

/// <summary>What became of a token or code.</summary>
[GenerateSerializer]
[Alias("burgernet.token-outcome")]
public enum TokenOutcome
{
    /// <summary>It was right, and what it is for has happened.</summary>
    Done = 0,

    /// <summary>It is wrong, too old, was used before, or was tried too often: which of them is not told.</summary>
    Unknown = 1,
}
