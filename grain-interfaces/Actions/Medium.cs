namespace Burgernet.Actions;

/// <summary>By what an action reaches people. Values are stored; never renumber.</summary>
[GenerateSerializer]
[Alias("burgernet.medium")]
public enum Medium
{
    /// <summary>A spoken message by phone.</summary>
    Voice = 0,

    /// <summary>A text message.</summary>
    Sms = 1,

    /// <summary>E-mail.</summary>
    Email = 2,
}
