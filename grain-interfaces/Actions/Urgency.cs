namespace Burgernet.Actions;

/// <summary>Which actions go before which where they share lines. Values are stored; never renumber.</summary>
[GenerateSerializer]
[Alias("burgernet.urgency")]
public enum Urgency
{
    /// <summary>After all others: it can wait for hours.</summary>
    Low = 0,

    /// <summary>In turn.</summary>
    Normal = 1,

    /// <summary>Before all others: somebody's life may depend on minutes.</summary>
    Urgent = 2,
}
