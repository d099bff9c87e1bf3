namespace Burgernet.Sms;

/// <summary>What somebody means by a text message.</summary>
[GenerateSerializer]
[Alias("burgernet.sms-meaning")]
public enum SmsMeaning
{
    /// <summary>They tell something.</summary>
    Tip = 0,

    /// <summary>They ask for help: a tip that is read first.</summary>
    Help = 1,

    /// <summary>They no longer want to take part.</summary>
    Stop = 2,

    /// <summary>They ask what this is.</summary>
    Info = 3,

    /// <summary>There are no words in it.</summary>
    Empty = 4,
}
