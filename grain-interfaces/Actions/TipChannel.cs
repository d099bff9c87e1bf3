namespace Burgernet.Actions;

/// <summary>How a tip came.</summary>
[GenerateSerializer]
[Alias("burgernet.tip-channel")]
public enum TipChannel
{
    /// <summary>A dispatcher was told it and wrote it down.</summary>
    Dispatcher = 0,

    /// <summary>By text message, in the words of whoever sent it.</summary>
    Sms = 1,
}
