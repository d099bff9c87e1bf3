namespace Burgernet.Coverage;

/// <summary>How a municipality stands against its goal.</summary>
[GenerateSerializer]
[Alias("burgernet.coverage-signal")]
public enum CoverageSignal
{
    /// <summary>No goal is known: neither configured, nor inhabitants to work it out from.</summary>
    Unknown = 0,

    /// <summary>At the goal or above it.</summary>
    Reached = 1,

    /// <summary>Below the goal.</summary>
    Below = 2,

    /// <summary>So far below it that something must be done.</summary>
    TooFew = 3,
}
