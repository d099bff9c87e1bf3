namespace Burgernet.Actions;

/// <summary>What came of an action, by the dispatcher who closes it. Values are stored; never renumber.</summary>
[GenerateSerializer]
[Alias("burgernet.action-result")]
public enum ActionResult
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>By a participant the suspect was caught, or the missing person found.</summary>
    Direct = 1,

    /// <summary>What participants told helped.</summary>
    Contributed = 2,
}
